import { Track } from 'livekit-client'
import { mayBeHeard, mayPrepare, mayShowCamera } from '../../shared/dialogue/hearing.ts'
import type { PersonId, RoomId } from '../../shared/dialogue/model.ts'
import { placeOf, roomVersion } from '../../shared/dialogue/places.ts'
import { joinRoom, sendJoined, sendStatus } from '../session/socket.ts'
import { useSession } from '../session/store.ts'
import { personOf } from './connection.ts'
import type { Sending } from './connection.ts'
import { captureCamera, captureMicrophone, openCamera, openMicrophone, release, statusOf } from './devices.ts'
import { watchHeld } from './held.ts'
import type { Kind, Loss } from './held.ts'
import { showLoss, showMedia, useMedia } from './store.ts'
import { keepConnected } from './switching.ts'
import type { Keeper, Place, Switching } from './switching.ts'
import { showPictures, showSounds } from './tracks.ts'
import type { Sound } from './tracks.ts'
import { groundAhead, groundsOf, stillWished } from './wish.ts'
import type { Ahead, Ground } from './wish.ts'

export { PersonVideo } from './PersonVideo.tsx'
export { RoomSound } from './RoomSound.tsx'
export { useMedia } from './store.ts'

/** Where this person's sound and picture belong now, by the session's state. */
function place(): Place | null {
  const { state, me, connection } = useSession.getState()
  if (!state || connection === 'closed') return null
  const room = placeOf(state, me)
  return room === null ? null : { room, version: roomVersion(state, room) }
}

/** A rule of the dialogue, asked of the state as it is at that moment. */
const byRule =
  (rule: typeof mayBeHeard) =>
  (room: RoomId, person: PersonId): boolean => {
    const { state } = useSession.getState()
    return state !== null && rule(state, room, person)
  }

/** What the last press on the microphone was for; empty when the microphone is not wanted. */
let wish: Ground[] = []

function grounds(at: Place | null): Ground[] {
  const { state, me } = useSession.getState()
  return state && at ? groundsOf(state, at, me) : []
}

/** The press and what the screens show of it, in one step. */
function wantMicrophone(wanted: Ground[]): void {
  wish = wanted
  useMedia.setState({ wantsMicrophone: wanted.length > 0 })
}

function sending(at: Place): Sending {
  const { state, me } = useSession.getState()
  const { wantsCamera } = useMedia.getState()
  const track = openMicrophone()
  const mine = grounds(at)
  const wanted = wish.some((ground) => mine.includes(ground))
  const ahead = state !== null && mayPrepare(state, at.room, me)
  return {
    microphone: track && (mine.length > 0 || ahead) ? { track, muted: !wanted, ahead } : null,
    camera: wantsCamera && state && mayShowCamera(state, at.room, me) ? openCamera() : null,
  }
}

function sounds({ current, leaving }: Switching): Sound[] {
  return [leaving, current].flatMap((connection) =>
    [...(connection?.room.remoteParticipants.values() ?? [])].flatMap((participant) =>
      [...participant.audioTrackPublications.values()].flatMap((publication) =>
        publication.track
          ? [{ key: publication.trackSid, person: personOf(participant.identity), track: publication.track }]
          : [],
      ),
    ),
  )
}

function pictures({ current }: Switching): Record<string, Track> {
  const shown: Record<string, Track> = {}
  for (const participant of current?.room.remoteParticipants.values() ?? []) {
    const publication = participant.getTrackPublication(Track.Source.Camera)
    if (publication?.track && !publication.isMuted) shown[personOf(participant.identity)] = publication.track
  }
  return shown
}

function report(switching: Switching): void {
  const { current, status } = switching
  showSounds(sounds(switching))
  showPictures(pictures(switching))
  const { microphone, camera, wantsCamera } = useMedia.getState()
  showMedia({
    status,
    room: current?.place ?? null,
    microphone: current?.microphoneOn() ? 'on' : microphone === 'on' ? 'off' : microphone,
    camera: wantsCamera && openCamera() ? 'on' : camera === 'on' ? 'off' : camera,
    needsPress: current !== null && !current.room.canPlaybackAudio,
  })
}

let keeper: Keeper | null = null
let ends: (() => void)[] = []

/**
 * Call once, from a press ("Naar de zaal"), so that the browser lets sound play.
 * Works without camera and microphone: the person then listens, types and writes.
 */
export function startMedia(wants: { camera: boolean }): void {
  useMedia.setState({ wantsCamera: wants.camera })
  wantMicrophone([])
  if (keeper) return keeper.update()
  keeper = keepConnected({
    place,
    askPass: joinRoom,
    joined: (lease, connection) => sendJoined({ lease, connection }),
    displaced: () => useMedia.setState({ displaced: {} }),
    hear: byRule(mayBeHeard),
    expect: byRule(mayPrepare),
    see: byRule(mayShowCamera),
    sending,
    report,
  })
  ends = [watchFloor(), watchStatus(), watchHeld(goesAway)]
  keeper.update()
}

/**
 * Whoever loses the floor goes back to "microphone off": the next time they press again, and nobody is unmuted from afar.
 * So does whoever comes into another room: nobody is heard by people they did not choose to speak to.
 */
function watchFloor(): () => void {
  let before = grounds(place())
  return useSession.subscribe(({ state, me, renewals }, last) => {
    const at = place()
    if (wish.length > 0 && !(state && at && stillWished(wish, before, { state, place: at, me }))) {
      wantMicrophone([])
    }
    before = grounds(at)
    if (renewals > last.renewals) keeper?.renew()
    else keeper?.update()
  })
}

/**
 * A device went away: it is off, and it is said. Another one is there to be pressed for and is never taken by itself, for
 * it may stand where more can be heard.
 */
function goesAway(kind: Kind, loss: Loss): void {
  if (kind === 'microphone') wantMicrophone([])
  else useMedia.setState({ wantsCamera: false })
  showLoss(kind, loss)
  keeper?.update()
}

function watchStatus(): () => void {
  let last = ''
  return useMedia.subscribe(({ room, microphone, camera, status }) => {
    const now = { room, microphone, camera, media: status, screen: 'room' }
    const text = JSON.stringify(now)
    if (text !== last) sendStatus(now)
    last = text
  })
}

export function stopMedia(): void {
  for (const end of ends) end()
  keeper?.stop()
  keeper = null
  for (const kind of ['microphone', 'camera'] as const) {
    release(kind)
    showLoss(kind, null)
  }
}

/**
 * Resolves once the wish is known; whether it is heard depends on the floor. Refused or missing devices show in `useMedia`.
 * The wish holds for what the person may be heard for now, or for what the press itself has just asked for (`ahead`).
 */
export async function setMicrophone(on: boolean, ahead?: Ahead): Promise<void> {
  const at = place()
  const before = grounds(at)
  const wanted = ahead && at ? [groundAhead(at, ahead)] : before
  if (on) {
    const { problem } = await captureMicrophone()
    // The person left while the browser was asking.
    if (!keeper) return release('microphone')
    // another program or a telephone call has it
    showLoss('microphone', problem === 'busy' ? 'held' : null)
    if (problem) {
      useMedia.setState({ microphone: statusOf(problem) })
      return wantMicrophone([])
    }
    useMedia.setState({ microphone: 'off' })
  }
  wantMicrophone(on && stillGood(wanted, before) ? wanted : [])
  keeper?.update()
}

/** The browser's question may be answered long after the press: by then the turn can be over. */
function stillGood(wanted: Ground[], before: Ground[]): boolean {
  const { state, me } = useSession.getState()
  const at = place()
  return state !== null && at !== null && stillWished(wanted, before, { state, place: at, me })
}

export async function setCamera(on: boolean): Promise<void> {
  if (on) {
    const { problem } = await captureCamera()
    if (!keeper) return release('camera')
    showLoss('camera', null)
    if (problem) {
      useMedia.setState({ camera: statusOf(problem), wantsCamera: false })
      return
    }
    useMedia.setState({ camera: 'off' })
  } else release('camera')
  useMedia.setState({ wantsCamera: on })
  keeper?.update()
}

/** From a press: lets the browser play what it held back. */
export function allowSound(): void {
  void keeper?.now().current?.room.startAudio()
}
