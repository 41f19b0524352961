/** Noises made from numbers, the same every time: -1..1 at `rate`. */
export type Noise = (rate: number, length: number) => Float32Array

/** A small generator of our own (mulberry32), so that every run hears the same noise. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Adds a burst at `at` seconds: filtered noise with an attack and a decay. */
function burst(
  out: Float32Array,
  rate: number,
  {
    at,
    attack,
    decay,
    smooth,
    gain,
  }: { at: number; attack: number; decay: number; smooth: number; gain: number },
  random: () => number,
) {
  let low = 0
  const from = Math.round(at * rate)
  const length = Math.round((attack + decay * 5) * rate)
  for (let i = 0; i < length && from + i < out.length; i++) {
    const t = i / rate
    low += (random() * 2 - 1 - low) * smooth
    const shape = t < attack ? t / attack : Math.exp(-(t - attack) / decay)
    out[from + i] = (out[from + i] ?? 0) + low * shape * gain
  }
}

const fan: Noise = (rate, length) => {
  const random = randomFrom(1)
  let low = 0
  return Float32Array.from({ length }, (_, i) => {
    low += (random() * 2 - 1 - low) * 0.06
    return low + 0.04 * Math.sin((2 * Math.PI * 100 * i) / rate)
  })
}

const keyboard: Noise = (rate, length) => {
  const random = randomFrom(2)
  const out = new Float32Array(length)
  for (let at = 0.2; at < length / rate; at += 0.09 + random() * 0.16) {
    burst(out, rate, { at, attack: 0.001, decay: 0.006, smooth: 0.7, gain: 0.6 + random() * 0.4 }, random)
    burst(out, rate, { at: at + 0.06, attack: 0.001, decay: 0.004, smooth: 0.5, gain: 0.3 }, random)
  }
  return out
}

const cough: Noise = (rate, length) => {
  const random = randomFrom(3)
  const out = new Float32Array(length)
  for (let at = 1; at < length / rate; at += 2.5 + random() * 2) {
    burst(out, rate, { at, attack: 0.015, decay: 0.06, smooth: 0.25, gain: 1 }, random)
    burst(out, rate, { at: at + 0.35, attack: 0.02, decay: 0.05, smooth: 0.2, gain: 0.7 }, random)
  }
  return out
}

/** Chords with a melody above them, each note with its harmonics. */
const music: Noise = (rate, length) => {
  const random = randomFrom(4)
  const scale = [261.6, 293.7, 329.6, 392, 440, 523.3]
  const out = new Float32Array(length)
  for (let at = 0; at < length / rate; at += 0.4) {
    const melody = scale[Math.floor(random() * scale.length)] ?? 440
    for (const pitch of [melody, 130.8, 196]) {
      const from = Math.round(at * rate)
      for (let i = 0; i < 0.8 * rate && from + i < length; i++) {
        const t = i / rate
        const wave = [1, 2, 3, 4].reduce((sum, h) => sum + Math.sin(2 * Math.PI * pitch * h * t) / h, 0)
        out[from + i] = (out[from + i] ?? 0) + wave * Math.exp(-t * 3) * 0.2
      }
    }
  }
  return out
}

const door: Noise = (rate, length) => {
  const random = randomFrom(5)
  const out = new Float32Array(length)
  for (let at = 1.5; at < length / rate; at += 3 + random() * 2) {
    burst(out, rate, { at, attack: 0.002, decay: 0.09, smooth: 0.05, gain: 3 }, random)
    burst(out, rate, { at: at + 0.02, attack: 0.001, decay: 0.03, smooth: 0.4, gain: 0.6 }, random)
  }
  return out
}

export const NOISES: Record<string, Noise> = { fan, keyboard, cough, music, door }
