import { afterEach, expect, test } from 'vitest'
import type { TextView } from '../../client/core/texts/store.ts'
import { createTexts } from '../../client/core/texts/texts.ts'
import type { openDocument } from '../../client/core/texts/tableDocument.ts'
import { fakeSession } from './support/fakeSession.ts'

const WORDS = { title: 'Vroeg', text: [], why: [] }
let texts: ReturnType<typeof createTexts> | null = null
afterEach(() => texts?.close())

/** A text that is open; the test says when what was written is stored. */
async function openText() {
  const replaced: unknown[] = []
  let unsaved = false
  let tell: (change: Partial<TextView>) => void = () => undefined
  const open: typeof openDocument = ({ show }) => {
    tell = show
    return {
      resume: () => undefined,
      setField: () => undefined,
      replace: (...what) => {
        replaced.push(what)
        unsaved = true
        show({ saved: 'saving' })
      },
      unsaved: () => unsaved,
      left: () => null,
      destroy: () => undefined,
    }
  }
  const made = createTexts({
    url: 'http://localhost/p/per_1/',
    session: fakeSession({}),
    refreshAbout: () => Promise.resolve(),
    fetchDocument: () => Promise.resolve(open),
  })
  texts = made
  made.open('t1')
  await new Promise((resolve) => setTimeout(resolve))
  const outcome = () =>
    made.replace('t1', 'a1', WORDS).then(
      () => 'stored',
      () => 'not stored',
    )
  const stored = () => {
    unsaved = false
    tell({ saved: 'saved' })
  }
  return { made, replaced, outcome, stored, tell: (change: Partial<TextView>) => tell(change) }
}

test('words that are put back are done once they are stored', async () => {
  const { replaced, outcome, stored } = await openText()
  let done = ''
  const waiting = outcome().then((how) => (done = how))
  await Promise.resolve()
  expect([replaced, done]).toEqual([[['a1', WORDS]], ''])
  stored()
  await waiting
  expect(done).toBe('stored')
})

test('a text that is closed, broken or stuck meanwhile does not store them, and says so', async () => {
  for (const status of ['closed', 'broken', 'stuck'] as const) {
    const { outcome, tell, made } = await openText()
    const waiting = outcome()
    tell({ status })
    expect(await waiting).toBe('not stored')
    made.close()
  }
  const { made, outcome } = await openText()
  const waiting = outcome()
  made.leave('t1')
  expect(await waiting).toBe('not stored')
  expect(await outcome()).toBe('not stored')
})
