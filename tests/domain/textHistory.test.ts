import { expect, test } from 'vitest'
import { DOCUMENT_LIMITS } from '../../shared/agreement/limits.ts'
import { anEvening } from '../support/typing.ts'

test('[V27] three evenings of two people who type letter by letter fill less than half of a document', () => {
  let text: Uint8Array | undefined
  for (const evening of [1, 2, 3]) text = anEvening(5_000, evening, text)
  expect(text?.length).toBeGreaterThan(100_000)
  expect(text?.length).toBeLessThan(DOCUMENT_LIMITS.document / 2)
})
