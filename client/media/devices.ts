import type { DeviceStatus } from '../../shared/protocol.ts'
import { brings, heldTrack, hold, letGo } from './held.ts'
import type { Kind } from './held.ts'

/** Why a device is not there, as far as the browser tells: the person, the system, no device, or another program. */
export type DeviceProblem = 'blocked' | 'system' | 'none' | 'busy'

export interface Device {
  track: MediaStreamTrack | null
  problem: DeviceProblem | null
}

const CAMERA: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 15, max: 20 },
  facingMode: 'user',
}
const MICROPHONE: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
}

/** Chrome says "Permission denied by system" where the operating system, not the person, refuses. */
function classify(error: unknown): DeviceProblem {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  if (name === 'NotAllowedError') return /system/i.test(message) ? 'system' : 'blocked'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'none'
}

export const statusOf = (problem: DeviceProblem): DeviceStatus['microphone'] =>
  problem === 'none' ? 'none' : 'blocked'

async function capture(kind: Kind): Promise<Device> {
  const already = heldTrack(kind)
  if (already) return { track: already, problem: null }
  if (!navigator.mediaDevices) return { track: null, problem: 'none' }
  try {
    const wanted = kind === 'microphone' ? { audio: MICROPHONE } : { video: CAMERA }
    const stream = await navigator.mediaDevices.getUserMedia(wanted)
    const track = stream.getTracks()[0]
    if (!track) return { track: null, problem: 'none' }
    hold(kind, track)
    if (kind === 'camera' || (await brings(track))) return { track, problem: null }
    letGo(kind)
    return { track: null, problem: 'busy' }
  } catch (error) {
    return { track: null, problem: classify(error) }
  }
}

export const captureMicrophone = (): Promise<Device> => capture('microphone')
export const captureCamera = (): Promise<Device> => capture('camera')
export const openMicrophone = (): MediaStreamTrack | null => heldTrack('microphone')
export const openCamera = (): MediaStreamTrack | null => heldTrack('camera')
export const release = letGo

export interface Preview {
  /** Both in one question where the browser allows it; what is refused or missing has its own problem. */
  stream: MediaStream
  microphone: Device
  camera: Device
}

/** Asks for camera and microphone in one go; falls back to one at a time, so that one missing device never costs the other. */
export async function openPreview(): Promise<Preview> {
  if (!openMicrophone() && !openCamera() && navigator.mediaDevices) {
    try {
      const both = await navigator.mediaDevices.getUserMedia({ audio: MICROPHONE, video: CAMERA })
      for (const track of both.getTracks()) hold(track.kind === 'audio' ? 'microphone' : 'camera', track)
    } catch {
      // one of the two is missing or refused: the separate questions below say which
    }
  }
  const camera = await captureCamera()
  const microphone = await captureMicrophone()
  const tracks = [camera.track, microphone.track].filter((track) => track !== null)
  return { stream: new MediaStream(tracks), microphone, camera }
}

/** Loudness of a track, 0 to 1, some ten times a second, until the returned function is called. */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    onLevel(Math.min(1, Math.sqrt(power) * 6))
  }, 100)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}
