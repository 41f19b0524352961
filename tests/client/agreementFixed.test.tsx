import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
// fetched when it is wanted: here it is there at once
import '../../client/parts/agreement/NewRemark.tsx'
import { mayRevise, whyFixed } from '../../client/parts/agreement/states.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { AGREEMENT_STATES, type Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import type { Phase } from '../../shared/dialogue/model.ts'
import { agreementWith } from './support/agreements.ts'
import { FIXED, panel } from './support/panel.tsx'

afterEach(cleanup)
beforeEach(() => localStorage.clear())
setLocale('nl')

const agreement = (given: Partial<Agreement> = {}) => agreementWith({ id: 'agr_1', ...given })
const editable = () => screen.queryAllByRole('textbox').length

describe('an agreement whose words are fixed', () => {
  test.each([
    ['presented', 'Versie 3 ligt voor. De tekst staat vast, zodat iedereen over dezelfde woorden spreekt.'],
    ['agreed', 'Versie 3 is afgesproken: niemand had bezwaar. Daarom staat de tekst vast.'],
    ['agreedWithNote', 'Versie 3 is afgesproken, met een kanttekening. Daarom staat de tekst vast.'],
    ['inSet', 'Deze tekst staat in de set voor de raad. Daarom staat hij vast.'],
    ['merged', 'Deze tekst is samengevoegd met een andere afspraak. De oude woorden blijven hier staan.'],
  ] as const)('%s: is read, and says why', (state, why) => {
    panel({ agreements: [agreement({ state, ...FIXED })] })
    expect(screen.getByText(why)).toBeTruthy()
    expect(screen.getByText('Een')).toBeTruthy()
    expect(editable()).toBe(0)
    expect(screen.queryByRole('button', { name: 'Verander de tekst' })).toBeNull()
  })

  test('can be opened again by who leads the table, save in the set', async () => {
    const { send, becomes } = await act(async () =>
      panel({
        role: 'facilitator',
        agreements: [agreement({ state: 'agreed', ...FIXED })],
      }),
    )
    expect(screen.getByText(/Dan vervallen de antwoorden uit de ronde\.$/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Verander de tekst' }))
    expect(send.mock.calls).toEqual([['reviseAgreement', { table: 't1', agreement: 'agr_1' }]])
    becomes({ role: 'facilitator', agreements: [agreement({ state: 'inSet', place: 1, ...FIXED })] })
    expect(screen.queryByRole('button', { name: 'Verander de tekst' })).toBeNull()
    expect(screen.getByText(/Dan haalt de organisator hem eerst uit de set\.$/)).toBeTruthy()
  })

  test('takes whoever was writing to the reason, and tells it to others', async () => {
    const { becomes } = panel({ agreements: [agreement()] })
    expect(editable()).toBe(3)
    await userEvent.click(screen.getByRole('textbox', { name: 'Titel' }))
    becomes({ agreements: [agreement({ state: 'presented', ...FIXED })] })
    expect(document.activeElement?.textContent).toMatch(/^Versie 3 ligt voor/)
    expect(screen.getAllByText(/ligt voor\. De tekst/)).toHaveLength(1)
    cleanup()
    const other = panel({ agreements: [agreement()] })
    screen.getByRole('button', { name: 'Nieuwe afspraak' }).focus()
    other.becomes({ agreements: [agreement({ state: 'presented', ...FIXED })] })
    expect(document.activeElement?.textContent).toBe('Nieuwe afspraak')
    expect(screen.getAllByText(/ligt voor\. De tekst/)).toHaveLength(2)
  })
})

test('who does not write here is told so', () => {
  panel({ role: 'organiser', agreements: [agreement()] })
  expect(screen.getByText(/^U kunt dit lezen\./)).toBeTruthy()
  cleanup()
  panel({ phase: { name: 'ended' } as Phase, agreements: [agreement()] })
  expect(screen.getByText('Deze bijeenkomst is voorbij. U kunt de tekst nog lezen.')).toBeTruthy()
  expect(editable()).toBe(0)
})

test('an agreement that was taken away says so on the screens it was on, and can be put back', async () => {
  const two = [agreement({ number: 4 }), agreementWith({ id: 'agr_2', number: 5 })]
  const { becomes, send } = panel({ agreements: two })
  const gone = [agreement({ number: 4, state: 'withdrawn' }), agreementWith({ id: 'agr_2', number: 5 })]
  becomes({ agreements: gone })
  expect(screen.getByText('Afspraak 4 is weggehaald. Daarom kan niemand er nu in schrijven.')).toBeTruthy()
  expect(screen.getByText('Afspraak 5')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Zet terug' }))
  expect(send.mock.calls).toEqual([['restoreAgreement', { table: 't1', agreement: 'agr_1' }]])
  becomes({ agreements: two })
  expect(screen.queryByText(/is weggehaald/)).toBeNull()
  becomes({ agreements: [two[0], { ...two[1], state: 'withdrawn' }] as Agreement[] })
  expect(screen.queryByText(/Afspraak 5 is weggehaald/)).toBeNull()
})

test('every state has its reason, and only what can be opened again is offered for it', () => {
  const reasons = (state: Agreement['state']) =>
    whyFixed(agreement({ state, ...FIXED }), { write: true, leader: true, over: false })
  expect(AGREEMENT_STATES.filter((state) => reasons(state).length === 0)).toEqual(['draft', 'withdrawn'])
  expect(AGREEMENT_STATES.filter((state) => mayRevise(agreement({ state })))).toEqual([
    'presented',
    'agreed',
    'agreedWithNote',
  ])
  expect(mayRevise(agreement({ state: 'presented', origins: ['agr_2'] }))).toBe(false)
})
