import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeHolds, codeOf, codeWords, readCode } from '../../shared/dialogue/people/code.ts'

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })

test('every code is read back as it is shown, in small letters, without or with other spaces, and with signs that look alike', () => {
  const confused: Record<string, string> = { 2: 'Z', 5: 'S', 8: 'B', V: 'U' }
  fc.assert(
    fc.property(bytes, (given) => {
      const code = codeOf(given)
      expect(code).toMatch(/^[2-9ACDEFGHJKMNPQRTVWXY]{8}$/)
      for (const typed of [
        codeWords(code),
        code.toLowerCase(),
        ` ${[...code].join(' ')}\t`,
        `${code.slice(0, 4)}–${code.slice(4)}`,
        [...code].map((sign) => confused[sign] ?? sign).join(''),
      ])
        expect(readCode(typed)).toBe(code)
    }),
  )
})

test('what is no code is read as none', () => {
  for (const typed of ['', 'K7PM', 'K7PM 4XD', 'K7PM 4XDAA', 'K7PM 4XD0', 'K7PM 4XDI', 'К7РМ 4XDA'])
    expect(readCode(typed)).toBeNull()
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void readCode(typed)))
})

test('every sign is as likely in every place', () => {
  const seen = Array.from({ length: 8 }, () => new Map<string, number>())
  const random = fc.sample(bytes, { numRuns: 8_000, seed: 7 })
  for (const given of random)
    [...codeOf(crypto.getRandomValues(new Uint8Array(given.length)))].forEach((sign, place) =>
      seen[place]?.set(sign, (seen[place]?.get(sign) ?? 0) + 1),
    )
  for (const place of seen) {
    expect(place.size).toBe(27)
    for (const count of place.values()) expect(Math.abs(count - 8_000 / 27)).toBeLessThan(120)
  }
})

test('a code holds until a day after the planned end', () => {
  const end = 1_000_000_000
  const day = 24 * 3_600_000
  expect(codeHolds(null, end)).toBe(true)
  expect(codeHolds(end, end + day - 1)).toBe(true)
  expect(codeHolds(end, end + day)).toBe(false)
})
