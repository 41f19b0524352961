import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Split } from '../../client/app/organise/Split.tsx'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { SEATS, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'
import { fingerOn } from './support/touch.ts'

let client: DialogueClient | null = null
afterEach(() => {
  cleanup()
  client?.close()
})
setLocale('nl')

/** The board of the split under a finger, and what comes of it. */
function board(changes: Partial<SessionState> = {}) {
  const state = session({ phase: { name: 'plenary' }, seating: null, ...changes })
  const run = vi.fn(async () => true)
  client = clientWith({ session: { state, me: 'ineke' } })
  renderWith(client, <Split view={{ state, me: 'ineke', run, show: () => undefined }} />)
  const person = (name: string): HTMLElement => screen.getByRole('row', { name: new RegExp(`^${name},`) })
  const table = (number: number): HTMLElement => screen.getByRole('article', { name: `Tafel ${number}` })
  return { run, person, table, finger: (name: string) => fingerOn(person(name)) }
}

test('a finger that takes somebody by their letter carries them to a table', () => {
  const { run, person, table, finger } = board()
  const anna = finger('Anna')
  anna.down()
  anna.over(within(table(3)).getByRole('heading'))
  expect(person('Anna').classList).toContain('is-carried')
  expect(within(table(3)).getByRole('grid').classList).toContain('is-over')
  expect(document.querySelector('.dt-ghost')?.textContent).toBe('Anna')
  anna.up()
  expect(run.mock.calls).toEqual([['seatPerson', { person: 'anna', table: 't3' }]])
  expect(document.querySelector('.dt-ghost')).toBeNull()
})

test('put down on somebody else they change places, and beside the tables they have none', () => {
  const { run, person, finger } = board()
  const lotte = finger('Lotte')
  lotte.down()
  lotte.over(person('Joke'))
  lotte.up()
  lotte.down()
  lotte.over(screen.getByRole('grid', { name: 'Nog geen stoel' }))
  lotte.up()
  expect(run.mock.calls).toEqual([
    ['swapSeats', { first: 'lotte', second: 'joke' }],
    ['seatPerson', { person: 'lotte', table: null }],
  ])
})

test('at the tables one person is moved, also when put down on somebody there', () => {
  const { run, person, finger } = board({ phase: { name: 'tables', version: 1 }, seating: planOf(SEATS) })
  const lotte = finger('Lotte')
  lotte.down()
  lotte.over(person('Joke'))
  lotte.up()
  expect(run.mock.calls).toEqual([['movePerson', { person: 'lotte', table: 't2' }]])
})

test('what is not put down at another place changes nothing: put back, called away from, or only touched', () => {
  const { run, table, finger } = board()
  const anna = finger('Anna')
  anna.down()
  anna.over(table(2))
  anna.up()
  anna.down()
  anna.over(table(3))
  anna.gone()
  expect(screen.queryByRole('heading', { name: 'Gekozen: Anna' })).toBeNull()
  anna.down()
  anna.slips()
  anna.up()
  expect(run).not.toHaveBeenCalled()
  expect(screen.getByRole('heading', { name: 'Gekozen: Anna' })).toBeTruthy()
})

test('while a split is on its way nobody is carried', () => {
  const { run, table, finger } = board({ phase: { name: 'announced', version: 1, deadline: 0 } })
  const anna = finger('Anna')
  anna.down()
  anna.over(table(3))
  anna.up()
  expect(run).not.toHaveBeenCalled()
})

const planOf = (seats: Record<string, string>) => ({ version: 1, seats, pinned: [] })
