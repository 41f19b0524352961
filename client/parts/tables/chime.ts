/**
 * A few soft tones made on the spot; no file, no third party. Quietly does nothing where the browser allows no sound.
 * One's turn rises, its end falls, half a minute left is a single tone: to be told apart without looking.
 */
export type Chime = 'offered' | 'half' | 'target' | 'move'

const NOTES: Record<Chime, number[]> = {
  offered: [523, 659, 784],
  half: [659],
  target: [659, 523],
  move: [392, 523],
}

/** A sound that comes later than this no longer belongs to what happened. */
const LATE_MS = 1_000

/** The browser starts silent, and may fall silent again in the background: so it is asked each time. */
export function chime(kind: Chime): void {
  const context = audio()
  if (!context) return
  const asked = performance.now()
  context
    .resume()
    .then(() => performance.now() - asked <= LATE_MS && play(context, kind))
    .catch(() => undefined)
}

function play(context: AudioContext, kind: Chime): void {
  NOTES[kind].forEach((pitch, index) => tone(context, pitch, context.currentTime + index * 0.18))
}

let shared: AudioContext | null = null

function audio(): AudioContext | null {
  if (!shared && typeof AudioContext !== 'undefined') shared = new AudioContext()
  return shared
}

function tone(context: AudioContext, pitch: number, at: number): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  oscillator.frequency.value = pitch
  gain.gain.setValueAtTime(0, at)
  gain.gain.linearRampToValueAtTime(0.12, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.001, at + 0.4)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.45)
}
