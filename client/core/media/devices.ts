import type { DeviceStatus } from '../../../shared/protocol.ts'
import { constraintOf, createChoices, type DeviceChoices } from './choices.ts'
import { givesDevices } from './givesDevices.ts'
import { createHeld, type Kind, type Loss } from './held.ts'

export type { Kind, Loss } from './held.ts'

/**
 * Why a device is not there, as far as the browser tells: the person, the system, no device, another program, or this browser gives none
 * to any page (inside a mail program, or without https).
 */
export type DeviceProblem = 'blocked' | 'system' | 'none' | 'busy' | 'browser'

export interface Device {
  track: MediaStreamTrack | null
  problem: DeviceProblem | null
}

export interface Preview {
  /** Both in one question where the browser allows it; what is refused or missing has its own problem. */
  stream: MediaStream
  microphone: Device
  camera: Device
}

/** Camera and microphone of this device, opened once and kept until they are released. */
export interface Devices {
  /** What there is to choose from, and what was chosen. */
  choices: DeviceChoices
  capture(kind: Kind): Promise<Device>
  /** The open track, when there is one and it works. */
  open(kind: Kind): MediaStreamTrack | null
  /** Lets the device go, so that its light goes out. */
  release(kind: Kind): void
  /** Asks for both in one go; falls back to one at a time, so that one missing device never costs the other. */
  preview(): Promise<Preview>
  /** Tells when a device that is held goes away. */
  watch(onLoss: (kind: Kind, loss: Loss) => void): () => void
}

const CONSTRAINTS = {
  camera: {
    width: { ideal: 640 },
    height: { ideal: 360 },
    frameRate: { ideal: 15, max: 20 },
    facingMode: 'user',
  },
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
} as const satisfies Record<Kind, MediaTrackConstraints>

/** Chrome says "Permission denied by system" where the operating system, not the person, refuses. */
function classify(error: unknown): DeviceProblem {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name === 'NotAllowedError') return /system/i.test(message) ? 'system' : 'blocked'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'none'
}

export const statusOf = (problem: DeviceProblem): DeviceStatus['microphone'] =>
  problem === 'none' || problem === 'browser' ? 'none' : 'blocked'

export function createDevices(choices = createChoices()): Devices {
  const held = createHeld()

  /** Throws what the browser throws. */
  async function ask(...kinds: Kind[]): Promise<MediaStreamTrack[]> {
    const wanted = (kind: Kind) =>
      kinds.includes(kind) ? { ...CONSTRAINTS[kind], ...constraintOf(choices, kind) } : undefined
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: wanted('microphone'),
      video: wanted('camera'),
    })
    return stream.getTracks()
  }

  /** Where devices have no name before one was opened, the chosen one is known only then. */
  async function asChosen(kind: Kind): Promise<MediaStreamTrack | undefined> {
    const known = choices.idOf(kind)
    const [track] = await ask(kind)
    await choices.look()
    const wanted = choices.idOf(kind)
    if (!track || wanted === known || wanted === track.getSettings().deviceId) return track
    track.stop()
    return (await ask(kind))[0]
  }

  /** What is being opened, for every press meanwhile: none of them may take for good what is still being tried. */
  const opening = new Map<Kind, Promise<Device>>()

  function capture(kind: Kind): Promise<Device> {
    const found = opening.get(kind)
    if (found) return found
    const asked = captureNow(kind).finally(() => opening.get(kind) === asked && opening.delete(kind))
    opening.set(kind, asked)
    return asked
  }

  async function captureNow(kind: Kind): Promise<Device> {
    const already = held.track(kind)
    if (already) return { track: already, problem: null }
    if (!givesDevices()) return { track: null, problem: 'browser' }
    try {
      const track = await asChosen(kind)
      if (!track) return { track: null, problem: 'none' }
      held.hold(kind, track)
      if (kind === 'camera' || (await brings(track))) return { track, problem: null }
      if (held.track(kind) === track) held.letGo(kind)
      return { track: null, problem: 'busy' }
    } catch (error) {
      return { track: null, problem: classify(error) }
    }
  }

  async function preview(): Promise<Preview> {
    if (!held.track('microphone') && !held.track('camera') && givesDevices()) {
      try {
        await choices.look()
        for (const track of await ask('microphone', 'camera'))
          held.hold(track.kind === 'audio' ? 'microphone' : 'camera', track)
        void choices.look()
      } catch {
        // one of the two is missing or refused: the separate questions below say which
      }
    }
    const camera = await capture('camera')
    const microphone = await capture('microphone')
    const tracks = [camera.track, microphone.track].filter((track) => track !== null)
    return { stream: new MediaStream(tracks), microphone, camera }
  }

  function release(kind: Kind): void {
    opening.delete(kind)
    held.letGo(kind)
  }

  return { choices, capture, open: held.track, release, preview, watch: held.watch }
}

/** Some tracks begin muted for a moment; one that stays so brings no sound. */
const BEGINS_MS = 1_000

async function brings(track: MediaStreamTrack): Promise<boolean> {
  if (!track.muted) return true
  await new Promise((resolve) => {
    track.addEventListener('unmute', resolve, { once: true })
    setTimeout(resolve, BEGINS_MS)
  })
  return !track.muted
}
