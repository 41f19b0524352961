import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { createTexts } from '../../client/core/texts/texts.ts'
import type { openDocument, TableDocument } from '../../client/core/texts/tableDocument.ts'
import { AgreementsReader } from '../../client/parts/agreement/AgreementsReader.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { inPlenary, given } from '../domain/support/sentence.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

/** The board is fetched with it, which takes a while the first time. */
const SLOW = { timeout: 10_000 }
const nothing = () => undefined
const document: TableDocument = {
  resume: nothing,
  setField: nothing,
  replace: nothing,
  unsaved: () => false,
  left: () => null,
  destroy: nothing,
}
const open: typeof openDocument = ({ show }) => {
  show({ status: 'open' })
  return document
}

test('[T6] what it takes to read did not come: the reader says so, and the press that tries again opens every text', async () => {
  const client = clientWith({ session: { me: 'Ans', state: { ...given(inPlenary).state, shared: true } } })
  let away = true
  const texts = createTexts({
    url: 'http://localhost/p/per_1/',
    session: client.session,
    refreshAbout: () => Promise.resolve(),
    fetchDocument: () => (away ? Promise.reject(new Error('no line')) : Promise.resolve(open)),
  })
  await act(async () => void renderWith({ ...client, texts }, <AgreementsReader />))
  const again = await screen.findByRole('button', { name: 'Probeer het opnieuw' }, SLOW)
  away = false
  await userEvent.click(again)
  expect((await screen.findAllByText('Hier staat nog geen afspraak.', {}, SLOW)).length).toBe(4)
  expect(Object.values(texts.store.getState()).map(({ status }) => status)).toEqual(Array(4).fill('open'))
  texts.close()
})
