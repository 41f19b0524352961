import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { CouncilChecks } from '../../client/app/organise/CouncilChecks.tsx'
import { councilView } from '../../client/app/organise/council.ts'
import { NamesCard } from '../../client/app/organise/NamesCard.tsx'
import { ProposalForm } from '../../client/app/organise/ProposalForm.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { NO_PROPOSAL } from '../../shared/dialogue/council/proposal.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { session } from './organiseStates.ts'
import './support/words.ts'

afterEach(cleanup)
setLocale('nl')

function form(proposal = {}) {
  const run = vi.fn(async () => true)
  const view = (more = {}) => ({
    run,
    state: session({ proposal: { ...NO_PROPOSAL, ...proposal, ...more } }),
  })
  const { rerender } = render(<ProposalForm view={view()} />)
  return {
    run,
    user: userEvent.setup(),
    arrives: (more: object) => rerender(<ProposalForm view={view(more)} />),
  }
}
const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })

test('what is typed is kept when one leaves the field, and said so', async () => {
  const { run, user } = form()
  await user.type(field('Onderwerp'), 'Tien afspraken')
  await user.tab()
  expect(run).toHaveBeenCalledWith('writeProposal', { field: 'subject', text: 'Tien afspraken' })
  expect(await screen.findByText('Opgeslagen')).toBeTruthy()
})

test('what the other one fills in comes in; what one is typing stays', async () => {
  const { user, arrives } = form()
  await user.type(field('Kosten'), 'Nog')
  arrives({ costs: 'Geen.', holder: 'wethouder De Wit' })
  expect([field('Kosten').value, field('Portefeuillehouder').value]).toEqual(['Nog', 'wethouder De Wit'])
})

test('what could not be kept is said, and stays in the field', async () => {
  const { run, user } = form()
  run.mockResolvedValue(false)
  await user.type(field('Aanleiding'), 'Zo.')
  await user.tab()
  expect(await screen.findByText(/Nog niet opgeslagen/)).toBeTruthy()
  expect(field('Aanleiding').value).toBe('Zo.')
})

test('it is kept while one types too, after a moment without a key', async () => {
  const { run, user } = form()
  await user.type(field('Argumenten'), 'Want.')
  await waitFor(() => expect(run).toHaveBeenCalledTimes(1), { timeout: 10_000 })
})

const viewOf = (state: SessionState, run = async () => true) => ({
  state,
  me: 'ineke',
  run,
  show: () => undefined,
})

test('who has said neither yes nor no about their name is asked with one press, once', async () => {
  const run = vi.fn(async () => true)
  const state = session({ named: ['riet'], namesSaid: ['riet', 'anna'] })
  const { rerender } = render(<CouncilChecks council={councilView(state)} view={viewOf(state, run)} />)
  expect(screen.getByText('6 deelnemers hebben nog geen ja of nee gezegd.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Vraag het hun' }))
  expect(run).toHaveBeenCalledWith('askNames', {})
  const asked = { ...state, namesAsked: 1 }
  rerender(<CouncilChecks council={councilView(asked)} view={viewOf(asked, run)} />)
  expect(screen.getByText('De vraag staat nog bij 6 deelnemers op het scherm.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('the page says which fields are open, and no more than a number of names', () => {
  const state = session({
    proposal: { ...NO_PROPOSAL, subject: 'A', question: 'B' },
    named: ['riet', 'anna'],
  })
  render(<CouncilChecks council={councilView(state)} view={viewOf(state)} />)
  expect(
    screen.getByText(
      'Nog niet ingevuld: Portefeuillehouder, Aanleiding, Argumenten, Kanttekeningen, Kosten.',
    ),
  ).toBeTruthy()
  render(<NamesCard view={viewOf(state)} />)
  expect(
    screen.getByText(/^2 deelnemers willen met naam in het stuk\. De andere 6 staan er zonder/),
  ).toBeTruthy()
  expect(screen.queryByText(/Riet/)).toBeNull()
})

test('where nobody wants to be named, all are in it without a name', () => {
  render(<NamesCard view={viewOf(session())} />)
  expect(screen.getByText('Niemand wil met naam in het stuk. Alle 8 staan er zonder naam in.')).toBeTruthy()
})
