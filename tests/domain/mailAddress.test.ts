import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mailAddress } from '../../shared/dialogue/people/mail.ts'

test.each([
  ['riet@voorbeeld.nl', 'riet@voorbeeld.nl'],
  [' Riet.deVries@Voorbeeld.NL ', 'riet.devries@voorbeeld.nl'],
  ['"Riet de Vries" <riet@voorbeeld.nl>', 'riet@voorbeeld.nl'],
  ['mailto:riet+dialoog@voorbeeld.nl', 'riet+dialoog@voorbeeld.nl'],
  ['josé@gemeente-één.nl', 'josé@gemeente-één.nl'],
])('%s is read as an address', (typed, address) => {
  expect(mailAddress(typed)).toBe(address)
})

test.each([
  '',
  'riet',
  'riet@',
  '@voorbeeld.nl',
  'riet@voorbeeld',
  'riet@@voorbeeld.nl',
  'riet @voorbeeld.nl',
  'riet@voorbeeld.nl, els@voorbeeld.nl',
  'riet@voorbeeld.nl;els@voorbeeld.nl',
  'riet..vries@voorbeeld.nl',
  'riet@-voorbeeld.nl',
  'riet@voorbeeld.nl\r\nBcc: els@voorbeeld.nl',
  `${'r'.repeat(65)}@voorbeeld.nl`,
])('%j is no address', (typed) => {
  expect(mailAddress(typed)).toBeNull()
})

test('an address that was read is read again as itself, and never holds what could end a header', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'binary' })), (typed) => {
      const address = mailAddress(typed)
      if (address === null) return
      expect(mailAddress(address)).toBe(address)
      expect(address).not.toMatch(/[\s<>,;:"\p{Cc}]/u)
    }),
  )
})
