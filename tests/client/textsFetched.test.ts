import { afterEach, expect, test } from 'vitest'
import { createTexts } from '../../client/core/texts/texts.ts'
import type { openDocument, TableDocument } from '../../client/core/texts/tableDocument.ts'
import { fakeSession } from './support/fakeSession.ts'

/** The files of the editor, that come or do not come; what is opened with them opens at once. */
function machinery() {
  const opened: string[] = []
  let asked = 0
  let away = true
  const document: TableDocument = {
    resume: () => undefined,
    setField: () => undefined,
    replace: () => undefined,
    unsaved: () => false,
    left: () => null,
    destroy: () => undefined,
  }
  const open: typeof openDocument = ({ table, show }) => {
    opened.push(table)
    show({ status: 'open' })
    return document
  }
  const texts = createTexts({
    url: 'http://localhost/p/per_1/',
    session: fakeSession({}),
    refreshAbout: () => Promise.resolve(),
    fetchDocument: () => {
      asked += 1
      return away ? Promise.reject(new Error('no line')) : Promise.resolve(open)
    },
  })
  return { texts, opened, asked: () => asked, back: () => (away = false) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
let texts: ReturnType<typeof createTexts> | null = null
afterEach(() => texts?.close())

test('a text whose editor could not be fetched says so, and opens at the next try', async () => {
  const made = machinery()
  texts = made.texts
  texts.open('table-1')
  await settled()
  expect(texts.store.getState()['table-1']?.status).toBe('unfetched')

  made.back()
  texts.resume('table-1')
  await settled()
  expect(texts.store.getState()['table-1']?.status).toBe('open')
  expect(made.opened).toEqual(['table-1'])
})

test('another text that is opened meanwhile asks for the editor anew', async () => {
  const made = machinery()
  texts = made.texts
  texts.open('table-1')
  await settled()
  made.back()
  texts.open('table-2')
  await settled()
  expect(made.opened).toEqual(['table-2'])
})

test('the editor is fetched once for all texts, and each is opened once however often it is tried', async () => {
  const made = machinery()
  texts = made.texts
  made.back()
  texts.open('table-1')
  texts.open('table-2')
  texts.resume('table-1')
  await settled()
  texts.resume('table-1')
  await settled()
  expect(made.asked()).toBe(1)
  expect(made.opened).toEqual(['table-1', 'table-2'])
})
