import { readFileSync, writeFileSync } from 'node:fs'

/** Mono sound, -1..1. */
export interface Sound {
  rate: number
  samples: Float32Array
}

/** Reads 16-bit PCM; several channels become their mean. Throws on anything else. */
export function readWav(path: string): Sound {
  const bytes = readFileSync(path)
  if (bytes.toString('latin1', 0, 4) !== 'RIFF') throw new Error(`${path} is not a WAV file`)
  let rate = 0
  let channels = 1
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = bytes.toString('latin1', at, at + 4)
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8)
    if (kind === 'fmt ') {
      channels = bytes.readUInt16LE(at + 10)
      rate = bytes.readUInt32LE(at + 12)
      if (bytes.readUInt16LE(at + 22) !== 16) throw new Error(`${path} is not 16-bit PCM`)
    }
    if (kind === 'data') return { rate, samples: mono(bytes.subarray(at + 8, at + 8 + size), channels) }
    at += 8 + size + (size % 2)
  }
  throw new Error(`${path} holds no sound`)
}

function mono(data: Buffer, channels: number): Float32Array {
  const samples = new Float32Array(Math.floor(data.length / 2 / channels))
  for (let i = 0; i < samples.length; i++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++) sum += data.readInt16LE((i * channels + channel) * 2)
    samples[i] = sum / channels / 32_768
  }
  return samples
}

export function writeWav(path: string, { rate, samples }: Sound): void {
  const bytes = Buffer.alloc(44 + samples.length * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(rate, 24)
  bytes.writeUInt32LE(rate * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples.length * 2, 40)
  for (let i = 0; i < samples.length; i++) {
    const clipped = Math.max(-1, Math.min(1, samples[i] ?? 0))
    bytes.writeInt16LE(Math.round(clipped * 32_767), 44 + i * 2)
  }
  writeFileSync(path, bytes)
}

/** Linear resampling is enough for voices that go through Opus anyway. */
export function atRate({ rate, samples }: Sound, wanted: number): Float32Array {
  if (rate === wanted) return samples
  const length = Math.floor((samples.length * wanted) / rate)
  const out = new Float32Array(length)
  for (let i = 0; i < length; i++) {
    const at = (i * rate) / wanted
    const left = Math.floor(at)
    const part = at - left
    out[i] = (samples[left] ?? 0) * (1 - part) + (samples[left + 1] ?? 0) * part
  }
  return out
}
