import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { CouncilSteps, Judgements } from '../../client/app/organise/adoption/parts.ts'
import { adoptionView } from '../../client/app/organise/adoption/view.ts'
import { Clerk } from '../../client/app/clerk/Clerk.tsx'
import { screenFor } from '../../client/app/join/screens.ts'
import { Council } from '../../client/app/organise/Council.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { Council as CouncilState } from '../../shared/dialogue/council/council.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { NOW, person, session } from './organiseStates.ts'
import { adopting, FOLLOW, JUDGED, OTHER, TITLES } from './support/adoption.ts'
import { agreementWith } from './support/agreements.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

// fetched when needed, which takes a while on a busy machine
beforeAll(() => Promise.all([CouncilSteps.ahead(), Judgements.ahead()]), 30_000)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})
setLocale('nl')

const decision = { at: NOW, judged: JUDGED }
const explained = {
  at: NOW,
  judged: JUDGED.map((one) => ({ ...one, by: 'Amendement A2', reason: 'Daarom.' })),
}

async function drawn(state: SessionState, offer = () => Promise.resolve<string | null>(null)) {
  const run = vi.fn(() => Promise.resolve(true))
  const client = clientWith()
  const sent = vi.spyOn(client.rest, 'offer').mockImplementation(offer)
  await act(async () =>
    renderWith(client, <Council view={{ state, me: 'ineke', run, show: () => undefined }} />),
  )
  return { run, sent, user: userEvent.setup() }
}
const showing = (council: Partial<CouncilState>, offer?: () => Promise<string | null>) =>
  drawn(adopting(council), offer)
const button = (name: string | RegExp) => screen.findByRole('button', { name })
const isOff = async (name: string) => ((await button(name)) as HTMLButtonElement).disabled

test('what is different stands first, under its number in the set', () => {
  const { items, ...counts } = adoptionView(adopting({ decision }))
  expect(items.map(({ number, words }) => [number, words.title])).toEqual([
    [2, TITLES[1]],
    [3, TITLES[2]],
    [1, TITLES[0]],
  ])
  expect(counts).toEqual({ same: 1, changed: 1, declined: 1, unexplained: 2 })
  expect(adoptionView(adopting({ decision: explained })).unexplained).toBe(0)
})

test('what keeps the set from the council is told by number and title', async () => {
  const presented = (title: string) => ({ version: 1, words: { title, text: [], why: [] }, hash: '' })
  const one = agreementWith({
    id: 'a',
    table: 't1',
    number: 4,
    state: 'inSet',
    place: 1,
    presented: presented('A'),
  })
  const made = {
    ...one,
    id: 'b',
    number: 7,
    state: 'presented' as const,
    place: 2,
    presented: presented('B'),
  }
  const { words, hash } = made.presented
  const merge = { id: 'm', from: ['a', 'b'], tables: ['t1'], words, hash, lost: 'niets', yes: [] }
  const state = session({ agreements: { a: one, b: made } })
  await drawn({ ...state, harvest: { ...state.harvest, merges: [merge] } })
  expect(screen.getByText(/^Deze samengevoegde tekst is nog niet voorgelegd: afspraak 7, “B”\./)).toBeTruthy()
  expect(
    screen.getByText(/^Over het samenvoegen van afspraak 4, “A” en afspraak 7, “B” is nog niet/),
  ).toBeTruthy()
  cleanup()
  await drawn(session({ agreements: { a: one } }))
  expect(screen.queryByText(/nog niet voorgelegd|samenvoegen van/)).toBeNull()
})

test('the set is offered when there is something in it', async () => {
  const presented = { version: 1, words: { title: 'A', text: [], why: [] }, hash: '' }
  const agreed = agreementWith({ id: 'a', table: 't1', state: 'agreed', presented })
  await drawn(session({ agreements: {} }))
  expect(await isOff('Bied de afspraken aan')).toBe(true)
  cleanup()
  const { run, user } = await drawn(session({ agreements: { a: agreed } }))
  await user.click(await button('Bied de afspraken aan'))
  expect(run.mock.calls).toEqual([['offerSet', {}]])
})

test('[H3] the council’s text is pasted and compared', async () => {
  const { sent, user } = await showing({})
  expect(await isOff('Vergelijk')).toBe(true)
  await user.type(screen.getByLabelText('Plak de tekst'), 'Besluit')
  await user.click(await button('Vergelijk'))
  expect(sent.mock.calls).toEqual([['council', { text: 'Besluit' }]])
  expect(screen.getByText(/^Vergeleken\./)).toBeTruthy()
})

test('[H3] or chosen as a file, with its name', async () => {
  const { sent, user } = await showing({})
  const file = new File(['Besluit'], 'besluit & meer.txt', { type: 'text/plain' })
  await button('Kies een bestand')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  await user.upload(input ?? document.createElement('input'), file)
  expect(screen.getByText('Gekozen: besluit & meer.txt')).toBeTruthy()
  await user.click(await button('Vergelijk'))
  expect(sent.mock.calls).toEqual([['council?name=besluit%20%26%20meer.txt', file]])
})

test.each([
  ['no_text', /Misschien is het een scan/],
  ['encrypted', /wachtwoord/],
  ['decision_published', /openbare pagina/],
  ['something_new', /.+/],
])('a text that is not compared (%s) says why, and stays', async (code, sentence) => {
  const { user } = await showing({}, () => Promise.resolve(code))
  await user.type(await screen.findByLabelText('Plak de tekst'), 'Besluit')
  await user.click(await button('Vergelijk'))
  expect(document.querySelector('.is-trouble')?.textContent).toMatch(sentence)
  expect(screen.getByLabelText('Plak de tekst')).toHaveProperty('value', 'Besluit')
})

test('[H3] each change is shown word for word, with who made it and why', async () => {
  const { run, user } = await showing({ decision })
  const changed = (await screen.findByText(`2. ${TITLES[1]}`)).closest('li') ?? document.body
  expect(changed.querySelector('del')?.textContent).toContain('tien')
  expect(changed.querySelector('ins')?.textContent).toContain('vijftien')
  expect(within(changed).getByText('Veranderd overgenomen')).toBeTruthy()
  await user.type(within(changed).getByLabelText('Wie veranderde dit?'), 'Amendement A2')
  await user.type(within(changed).getByLabelText('Reden van de raad'), 'In de zomer lukt dat niet.')
  await user.click(within(changed).getByRole('button', { name: 'Bewaar' }))
  const declined = screen.getByText(`3. ${TITLES[2]}`).closest('li') ?? document.body
  expect(within(declined).queryByLabelText('Wie veranderde dit?')).toBeNull()
  await user.type(within(declined).getByLabelText(/Niet overgenomen, omdat/), 'Later.')
  await user.click(within(declined).getByRole('button', { name: 'Bewaar' }))
  expect(run.mock.calls).toEqual([
    ['explainVerdict', { agreement: 'b', by: 'Amendement A2', reason: 'In de zomer lukt dat niet.' }],
    ['explainVerdict', { agreement: 'c', by: '', reason: 'Later.' }],
  ])
})

test('[H4] nothing is public before every reason is there', async () => {
  await showing({ decision })
  expect(await isOff('Zet op de openbare pagina')).toBe(true)
  expect(screen.getByText(/Bij 2 afspraken staat nog niet waarom/)).toBeTruthy()
  cleanup()
  const { run, user } = await showing({ decision: explained })
  await user.click(await screen.findByRole('checkbox', { name: /Zoekmachines/ }))
  await user.click(await button('Zet op de openbare pagina'))
  expect(run.mock.calls).toEqual([['publishDecision', { listed: true }]])
})

test('[H4] once public no other text is compared; it can be taken down', async () => {
  const { run, user } = await showing({ decision: explained, published: { at: NOW, listed: true } })
  const link = await screen.findByRole('link', { name: /openbaar/ })
  expect(new URL(link.getAttribute('href') ?? '').pathname).toBe('/openbaar/dlg_1')
  await user.click(await button('Haal de pagina weg'))
  await user.click(screen.getByRole('checkbox', { name: /Zoekmachines/ }))
  expect(screen.queryByLabelText('Plak de tekst')).toBeNull()
  expect(run.mock.calls).toEqual([
    ['hideDecision', {}],
    ['publishDecision', { listed: false }],
  ])
})

test('[H4] what was done with it is told, of what was adopted', async () => {
  const { run, user } = await showing({ decision: explained, follow: FOLLOW })
  expect(await screen.findByText(/Staat bij elk plan\./)).toBeTruthy()
  const names = screen.getAllByRole('button', { name: /Vertel wat ermee is gedaan/ })
  expect(names).toHaveLength(2)
  await user.click(await button(new RegExp(`gedaan.*${TITLES[1]}`)))
  await user.type(screen.getByLabelText('Wat is er gedaan?'), 'Er zijn drie mensen voor.')
  const open = screen.getByLabelText('Wat is er gedaan?').closest('li') ?? document.body
  await user.click(within(open).getAllByRole('button', { name: 'Bewaar' }).at(-1) ?? open)
  expect(run.mock.calls).toEqual([
    ['followUp', { agreement: 'b', state: 'done', text: 'Er zijn drie mensen voor.' }],
  ])
})

test('what the council wrote is nowhere on the screen before it was compared', async () => {
  await showing({})
  expect(await screen.findByText(/Er is nog geen besluit/)).toBeTruthy()
  expect(document.body.textContent).not.toContain(OTHER)
})

test('the clerk sees what lies with the council, and cannot take it back', async () => {
  const clerk = person('griet', 'clerk', null)
  const client = clientWith({
    session: {
      me: 'griet',
      state: { ...adopting({ decision }), people: { griet: clerk }, order: ['griet'] },
    },
  })
  await act(async () => renderWith(client, <Clerk />))
  expect(await screen.findByText(`2. ${TITLES[1]}`)).toBeTruthy()
  expect(screen.getByLabelText('Plak de tekst')).toBeTruthy()
  expect(screen.getAllByRole('link', { name: /Bewaar/ })).toHaveLength(4)
  expect(screen.queryByRole('button', { name: /Neem de afspraken terug/ })).toBeNull()
  cleanup()
  const early = clientWith({
    session: { me: 'griet', state: session({ people: { griet: clerk }, order: ['griet'] }) },
  })
  await act(async () => renderWith(early, <Clerk />))
  expect(screen.getByText(/Er liggen nu geen afspraken bij de raad/)).toBeTruthy()
})

test('the clerk comes to that screen in every phase', () => {
  for (const phase of ['lobby', 'plenary', 'tables', 'ended'] as const)
    for (const step of ['check', 'ready', 'in'] as const)
      expect(screenFor('clerk', phase, step)).toBe('clerk')
})
