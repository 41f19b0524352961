/** Noise that is the same in every run. */
function noise(length: number, level: number): Float32Array {
  let seed = 1
  return Float32Array.from({ length }, () => {
    seed = (seed * 16_807) % 2_147_483_647
    return (seed / 1_073_741_823 - 1) * level
  })
}

/** Through a room: later, softer, with a wall behind it, dull, and the hum of a machine. */
export function throughRoom(
  samples: Float32Array,
  { rate = 16_000, delayMs = 30, softerDb = 14, hum = 0.0005 } = {},
): Float32Array {
  const gain = 10 ** (-softerDb / 20)
  const delay = Math.round((delayMs / 1000) * rate)
  const hums = noise(samples.length, hum)
  const out = new Float32Array(samples.length)
  let dull = 0
  for (let i = 0; i < samples.length; i++) {
    const heard = (at: number) => samples[i - delay - Math.round((at / 1000) * rate)] ?? 0
    const sound = heard(0) + 0.5 * heard(23) + 0.3 * heard(51) + 0.2 * heard(90)
    dull += 0.4 * (sound - dull)
    out[i] = gain * dull + (hums[i] ?? 0)
  }
  return out
}
