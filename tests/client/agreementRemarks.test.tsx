import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
// fetched when it is wanted: here it is there at once
import '../../client/parts/agreement/NewRemark.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import { agreementWith } from './support/agreements.ts'
import { FIXED, panel } from './support/panel.tsx'

afterEach(cleanup)
beforeEach(() => localStorage.clear())
setLocale('nl')

const remark = (text: string, done = false) => ({ by: 'per_1', at: 0, text, done })
const about = { table: 't1', agreement: 'agr_1' }
/** What whoever leads writes with is fetched meanwhile. */
const leads = (agreement: Agreement) =>
  act(async () => panel({ role: 'facilitator', agreements: [agreement] }))
const remarks = () => screen.queryByRole('list', { name: 'Opmerkingen' })

test('whoever leads the table puts a remark beside the text', async () => {
  const { send } = await leads(agreementWith({ id: 'agr_1' }))
  expect(remarks()).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Opmerking' }))
  const place = screen.getByRole('button', { name: 'Plaats de opmerking' })
  expect(place).toHaveProperty('disabled', true)
  await userEvent.type(screen.getByRole('textbox', { name: 'Opmerking' }), 'Voor wie is dit?')
  await userEvent.click(place)
  expect(send.mock.calls).toEqual([['remarkOnAgreement', { ...about, text: 'Voor wie is dit?' }]])
  expect(screen.queryByRole('textbox', { name: 'Opmerking' })).toBeNull()
})

test('the table reads it as it comes in, in nobody’s text, until it has been dealt with', () => {
  const { becomes } = panel({ agreements: [agreementWith({ id: 'agr_1' })] })
  becomes({ agreements: [agreementWith({ id: 'agr_1', remarks: [remark('Voor wie?')] })] })
  const list = remarks()
  expect(list?.textContent).toBe('Opmerking van RietVoor wie?')
  expect(list?.parentElement?.getAttribute('aria-live')).toBe('polite')
  expect(screen.getByRole('textbox', { name: 'Tekst van de afspraak' }).textContent).toBe('Een')
  for (const name of ['Opmerking', 'Dit is klaar']) expect(screen.queryByRole('button', { name })).toBeNull()
  becomes({ agreements: [agreementWith({ id: 'agr_1', remarks: [remark('Voor wie?', true)] })] })
  expect(remarks()).toBeNull()
})

test('whoever leads says which one has been dealt with, also when the words are fixed', async () => {
  const fixed = agreementWith({
    id: 'agr_1',
    state: 'presented',
    ...FIXED,
    remarks: [remark('Een', true), remark('Twee'), remark('Drie')],
  })
  const { send } = await leads(fixed)
  const [two] = within(screen.getByRole('list', { name: 'Opmerkingen' })).getAllByRole('listitem')
  await userEvent.click(within(two ?? document.body).getByRole('button', { name: 'Dit is klaar' }))
  expect(send.mock.calls).toEqual([['resolveRemark', { ...about, number: 2 }]])
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(violations.map(({ id }) => id)).toEqual([])
})
