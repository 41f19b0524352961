import type { StoreApi } from 'zustand/vanilla'
import type { Session } from '../../../shared/channel/session.ts'
import { speaksApart } from '../../../shared/dialogue/aside.ts'
import { mayBeHeard, mayPrepare, mayShowCamera } from '../../../shared/dialogue/floor/mayBeHeard.ts'
import type { PersonId, RoomId } from '../../../shared/dialogue/model.ts'
import { placeOf, roomVersion } from '../../../shared/dialogue/places.ts'
import type { DeviceChoice, DevicePart } from './choices.ts'
import { watchComingBack } from './comingBack.ts'
import type { Connect, Sending } from './connection.ts'
import { createDevices, statusOf, type Device, type Devices, type Kind, type Loss } from './devices.ts'
import { keepSoundOnly, wasSoundOnly } from './soundOnly.ts'
import { createMediaStore, show, showLoss, type MediaStore } from './store.ts'
import { keepConnected, type Keeper, type Place } from './switching.ts'
import { showSwitching, tellStatus } from './told.ts'
import { createTracks, type Tracks } from './tracks.ts'
import { keepScreenOn } from './wakeLock.ts'
import { groundAhead, groundsOf, leftOf, NO_WISH, type Ahead, type Ground, type Wish } from './wish.ts'

export interface MediaOptions {
  /** Another way into an SFU room than LiveKit's own client. */
  connect?: Connect
  devices?: Devices
}

/** Sound and picture of one person. LiveKit is fetched when they begin. */
export interface Media {
  store: StoreApi<MediaStore>
  tracks: StoreApi<Tracks>
  devices: Devices
  /** The way into an SFU room. */
  connect: Connect
  /**
   * Call from a press ("Naar de zaal"), so that the browser lets sound play. Works without camera and microphone: the
   * person then listens, types and writes.
   */
  start(wants: { camera: boolean }): void
  stop(): void
  /**
   * Resolves once the wish is known; whether it is heard depends on the floor. Refused or missing devices show in `store`.
   * The wish holds for what the person may be heard for now, or for what the press itself asks for (`ahead`), once that is
   * accepted. Call it at the press itself: the last one counts, and none from before the page stood still.
   */
  setMicrophone(on: boolean, ahead?: Ahead, accepted?: Promise<boolean>): Promise<void>
  setCamera(on: boolean): Promise<void>
  /** No pictures from now on, for a weak line or a quiet screen; or pictures again. The own camera goes off with them. */
  setSoundOnly(on: boolean): void
  /** From a press: this device from now on. What is on stays on, with the other device. */
  choose(part: DevicePart, choice: DeviceChoice): Promise<void>
  /** From a press: lets the browser play what it held back. */
  allowSound(): void
}

const throughLiveKit: Connect = async (...way) => (await import('./livekit.ts')).connect(...way)

export function createMedia(session: Session, options: MediaOptions = {}): Media {
  const { connect: enter = throughLiveKit, devices = createDevices() } = options
  const store = createMediaStore()
  const tracks = createTracks()
  /** What the last press on the microphone was for. */
  let wish = NO_WISH
  /** The press for which the server or the browser is being asked. */
  let asking: object | null = null
  let keeper: Keeper | null = null
  let ends: (() => void)[] = []

  /** Where this person's sound and picture belong now, by the session's state. */
  function place(): Place | null {
    const { state, me, connection } = session.store.getState()
    if (!state || connection === 'closed') return null
    const room = placeOf(state, me)
    return room === null ? null : { room, version: roomVersion(state, room) }
  }

  /** A rule of the dialogue, asked of the state as it is at that moment. */
  const byRule =
    (rule: typeof mayBeHeard) =>
    (room: RoomId, person: PersonId): boolean => {
      const { state } = session.store.getState()
      return state !== null && rule(state, room, person)
    }

  /** A picture that is read: of an interpreter. */
  const signs = (person: PersonId): boolean =>
    session.store.getState().state?.people[person]?.role === 'interpreter'

  function grounds(at: Place | null): Ground[] {
    const { state, me } = session.store.getState()
    return state && at ? groundsOf(state, at, me) : []
  }

  /** What the session makes of this press now, and what the screens show of it, in one step. */
  function wantMicrophone(wanted: Wish): void {
    const { state, me, connection } = session.store.getState()
    const at = place()
    wish = state && at ? leftOf(wanted, { state, place: at, me, live: connection === 'live' }) : NO_WISH
    show(store, { wantsMicrophone: wish.grounds.length > 0 })
  }

  function sending(at: Place): Sending {
    const { state, me } = session.store.getState()
    const track = devices.open('microphone')
    const mine = grounds(at)
    const wanted = wish.grounds.some((ground) => mine.includes(ground))
    const ahead = state !== null && mayPrepare(state, at.room, me)
    const { wantsCamera, soundOnly } = store.getState()
    const seen = wantsCamera && !soundOnly && state !== null && mayShowCamera(state, at.room, me)
    return {
      microphone: track && (mine.length > 0 || ahead) ? { track, muted: !wanted, ahead } : null,
      camera: seen ? devices.open('camera') : null,
      fluent: signs(me),
    }
  }

  /**
   * Whoever loses the floor goes back to "microphone off": the next time they press again, and nobody is unmuted from afar.
   * So does whoever comes into another room: nobody is heard by people they did not choose to speak to.
   */
  const watchFloor = (): (() => void) =>
    session.store.subscribe(({ renewals }, last) => {
      wantMicrophone(wish)
      if (renewals > last.renewals) keeper?.renew()
      else keeper?.update()
    })

  /**
   * A device went away: it is off, and it is said. Another one is there to be pressed for and is never taken by itself, for
   * it may stand where more can be heard.
   */
  function goesAway(kind: Kind, loss: Loss): void {
    if (kind === 'microphone') wantMicrophone(NO_WISH)
    else show(store, { wantsCamera: false })
    showLoss(store, kind, loss)
    keeper?.update()
  }

  /** Whoever was away does not find their microphone on: they may be among other people by now. */
  const watchPerson = (): (() => void) =>
    watchComingBack({
      stoodStill() {
        if (wish.grounds.length === 0 && !asking) return
        asking = null
        devices.release('microphone')
        goesAway('microphone', 'away')
      },
      shown: () => store.getState().lost.microphone === 'held' && showLoss(store, 'microphone', 'away'),
    })

  /** Opens a device for a press; null when it is not there, or the person left while the browser was asking. */
  async function take(kind: Kind): Promise<Device | null> {
    const device = await devices.capture(kind)
    if (keeper) return device
    devices.release(kind)
    return null
  }

  /** A press for the microphone. It is over when another comes or the page stands still, whoever is being asked meanwhile. */
  async function turnOn(wanted: Wish, accepted: Promise<boolean> | null): Promise<void> {
    const press = (asking = {})
    const isOver = () => asking !== press
    const isWanted = (accepted === null || (await accepted)) && !isOver()
    const opens = isWanted && devices.open('microphone') === null
    const device = isWanted ? await take('microphone') : null
    if (isOver()) return opens ? closeUnwanted() : undefined
    asking = null
    if (!device) return
    // another program or a telephone call has it
    showLoss(store, 'microphone', device.problem === 'busy' ? 'held' : null)
    show(store, { microphone: device.problem ? statusOf(device.problem) : 'off' })
    wantMicrophone(device.problem ? NO_WISH : wanted)
    keeper?.update()
  }

  /** It was opened for a press that is over; whoever speaks apart by now keeps it. */
  function closeUnwanted(): void {
    const { state, me } = session.store.getState()
    if (asking || wish.grounds.length > 0 || (state && speaksApart(state, me))) return
    devices.release('microphone')
    keeper?.update()
  }

  async function setCamera(on: boolean): Promise<void> {
    if (on) {
      const device = await take('camera')
      if (!device) return
      showLoss(store, 'camera', null)
      show(store, { camera: device.problem ? statusOf(device.problem) : 'off' })
      if (device.problem) return show(store, { wantsCamera: false })
    } else devices.release('camera')
    show(store, { wantsCamera: on })
    keeper?.update()
  }

  return {
    store,
    tracks,
    devices,
    connect: enter,
    start({ camera }) {
      const soundOnly = wasSoundOnly()
      show(store, { wantsCamera: camera && !soundOnly, soundOnly })
      wantMicrophone(NO_WISH)
      if (keeper) return keeper.update()
      keeper = keepConnected({
        connect: enter,
        place,
        askPass: session.joinRoom,
        joined: session.sendJoined,
        displaced: () => store.setState({ displaced: {} }),
        hear: byRule(mayBeHeard),
        expect: byRule(mayPrepare),
        see: (room, person) => !store.getState().soundOnly && byRule(mayShowCamera)(room, person),
        fluent: signs,
        sending,
        report: (switching) => showSwitching(switching, { store, tracks, devices }),
      })
      ends = [
        watchFloor(),
        tellStatus(store, session),
        watchPerson(),
        devices.watch(goesAway),
        devices.choices.watch(),
        keepScreenOn(),
      ]
      keeper.update()
    },
    stop() {
      for (const end of ends) end()
      ends = []
      asking = null
      keeper?.stop()
      keeper = null
      for (const kind of ['microphone', 'camera'] as const) {
        devices.release(kind)
        showLoss(store, kind, null)
      }
    },
    async setMicrophone(on, ahead, accepted) {
      const at = place()
      const now = grounds(at)
      // what they are heard for already goes on until the event is here
      const kept = wish.grounds.filter((ground) => now.includes(ground))
      const wanted = ahead && at ? [groundAhead(at, ahead), ...kept] : now
      if (on) return turnOn({ grounds: wanted, fresh: true, asksToLead: ahead === 'lead' }, accepted ?? null)
      asking = null
      wantMicrophone(NO_WISH)
      keeper?.update()
    },
    setCamera,
    setSoundOnly(on) {
      keepSoundOnly(on)
      show(store, { soundOnly: on })
      if (on) void setCamera(false)
      else keeper?.update()
    },
    async choose(part, choice) {
      devices.choices.choose(part, choice)
      if (part === 'speaker' || !devices.open(part)) return
      devices.release(part)
      const device = await take(part)
      if (device?.problem) goesAway(part, 'gone')
      keeper?.update()
    },
    allowSound: () => keeper?.now().current?.startAudio(),
  }
}
