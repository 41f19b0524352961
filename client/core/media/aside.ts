import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Session } from '../../../shared/channel/session.ts'
import { asideOf, asideRoom } from '../../../shared/dialogue/aside.ts'
import type { CallApart } from '../../../shared/dialogue/aside.ts'
import type { Connect, Sending } from './connection.ts'
import type { DeviceProblem, Devices } from './devices.ts'
import { keepConnected, type Keeper, type Place, type Switching } from './switching.ts'
import { createTracks, showTracks, type Tracks } from './tracks.ts'

/** What the screens know of the talk apart. */
export interface AsideStore {
  status: Switching['status']
  /** This person's own press: they speak there. */
  speaks: boolean
  /** This person's own press: the helper sees their screen. */
  shows: boolean
  /** Why the microphone did not open. */
  problem: DeviceProblem | null
}

/** The talk apart of a helper and whoever asked for help: a connection beside that of the room. Nothing opens but by one's own press. */
export interface AsideMedia {
  store: StoreApi<AsideStore>
  /** What comes in: the other's voice, and their screen. */
  tracks: StoreApi<Tracks>
  /** While the page is there; it connects when there is a talk, and lets go when that ends. */
  start(): () => void
  speak(on: boolean): Promise<void>
  showScreen(on: boolean): Promise<void>
}

const AT_REST: AsideStore = { status: 'off', speaks: false, shows: false, problem: null }

/** Browsers of telephones cannot. */
export const canShowScreen = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {})

export function createAside(session: Session, devices: Devices, connect: Connect): AsideMedia {
  const store = createStore<AsideStore>()(() => AT_REST)
  const tracks = createTracks()
  let keeper: Keeper | null = null
  let screen: MediaStreamTrack | null = null
  /** The talk the presses were for: none of them holds for a later one. */
  let talk: number | null = null
  let helped = false
  /** By the last state, who asked speaks here. */
  let said = false

  function call(): CallApart | null {
    const { state, me } = session.store.getState()
    return state && asideOf(state, me)
  }
  const isHelper = (): boolean => call()?.takenBy === session.store.getState().me

  function place(): Place | null {
    const found = session.store.getState().connection === 'closed' ? null : call()
    return found && { room: asideRoom(found.person), version: found.aside.version }
  }

  function sending(): Sending {
    const { speaks, shows } = store.getState()
    const track = speaks ? devices.open('microphone') : null
    return { microphone: track && { track, muted: false }, camera: null, screen: shows ? screen : null }
  }

  function report({ current, status }: Switching): void {
    showTracks(tracks, { sounds: current?.sounds() ?? [], pictures: current?.pictures() ?? {} })
    if (store.getState().status !== status) store.setState({ status })
  }

  function closeScreen(): void {
    screen?.stop()
    screen = null
  }

  /** What the rules let through is the server's; only whoever asked has to say so. */
  async function tell(now: Partial<AsideStore>): Promise<boolean> {
    const { speaks, shows } = { ...store.getState(), ...now }
    if (isHelper()) return true
    return (await session.send('setAside', { speaks, screen: shows })).ok
  }

  /** Another talk, or none any more. */
  function begin(version: number | null): void {
    // a helper has no other room that the microphone could be for
    if (version === null && helped) devices.release('microphone')
    talk = version
    helped = isHelper()
    said = false
    closeScreen()
    store.setState({ ...AT_REST, status: store.getState().status })
  }

  function follow(): void {
    const found = call()
    const version = found?.aside.version ?? null
    if (version !== talk) begin(version)
    const says = found?.aside.speaks ?? false
    // what ended it was not the button here: a turn that was begun
    if (said && !says) store.setState({ speaks: helped && store.getState().speaks })
    said = says
    keeper?.update()
  }

  async function showScreen(on: boolean): Promise<void> {
    closeScreen()
    if (on) screen = await askScreen()
    screen?.addEventListener('ended', () => void showScreen(false))
    const shows = screen !== null
    if (!(await tell({ shows }))) return closeScreen()
    store.setState({ shows })
    keeper?.update()
  }

  return {
    store,
    tracks,
    start() {
      const { state, me } = session.store.getState()
      const left = state && asideOf(state, me)
      if (left?.person === me && left.aside.speaks) void tell({ speaks: false })
      keeper = keepConnected({
        connect,
        place,
        askPass: session.joinAside,
        joined: (lease, connection) => session.sendJoined(lease, connection, 'aside'),
        displaced: () => undefined,
        hear: () => true,
        expect: () => false,
        see: () => false,
        screens: true,
        sending,
        report,
      })
      const unfollow = session.store.subscribe(({ renewals }, last) => {
        if (renewals > last.renewals) keeper?.renew()
        follow()
      })
      follow()
      return () => {
        unfollow()
        keeper?.stop()
        keeper = null
        talk = null
        closeScreen()
        store.setState(AT_REST)
      }
    },
    async speak(on) {
      const { problem } = on ? await devices.capture('microphone') : { problem: null }
      const speaks = on && problem === null
      store.setState({ problem })
      if (!(await tell({ speaks }))) return
      store.setState({ speaks })
      keeper?.update()
    },
    showScreen,
  }
}

/** Null when the person chose none after all. */
async function askScreen(): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 10 }, audio: false })
    return stream.getVideoTracks()[0] ?? null
  } catch {
    return null
  }
}
