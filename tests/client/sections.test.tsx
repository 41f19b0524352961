import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Organiser } from '../../client/app/organise/Organiser.tsx'
import { NextStep } from '../../client/app/organise/NextStep.tsx'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { Phase } from '../../shared/dialogue/model.ts'
import { NOW, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

let client: DialogueClient | null = null
beforeEach(() => void vi.stubGlobal('fetch', () => Promise.resolve(Response.json([]))))
afterEach(() => {
  cleanup()
  client?.close()
  vi.unstubAllGlobals()
})
setLocale('nl')

const everybody = session()
const organiser = everybody.order.filter((id) => everybody.people[id]?.role === 'organiser')
const shown = () => screen.getByRole('tab', { selected: true }).textContent

/** The organiser's screen, in a dialogue with these people. */
function opened(order: string[]) {
  const made = clientWith({
    session: { state: session({ phase: { name: 'lobby' }, order }), me: organiser[0] },
  })
  client = made
  renderWith(made, <Organiser />)
  const becomes = (phase: Phase) =>
    act(() => made.session.store.setState({ state: session({ phase, order: everybody.order }) }))
  return { becomes }
}

test('whoever just read in the first people stays where it says so, until the main room opens', () => {
  const { becomes } = opened(organiser)
  expect(shown()).toBe('Mensen')
  becomes({ name: 'lobby' })
  expect(shown()).toBe('Mensen')
  becomes({ name: 'plenary' })
  expect(shown()).toBe('Leiden')
})

test('whoever comes to a lobby with people begins with leading it', () => {
  opened(everybody.order)
  expect(shown()).toBe('Leiden')
})

test('on a telephone the sections are one menu, which says where one is', async () => {
  opened(everybody.order)
  await userEvent.click(screen.getByRole('button', { name: 'Onderdeel: Leiden' }))
  const all = await screen.findAllByRole('menuitemradio')
  expect(all.map(({ textContent }) => textContent)).toEqual([
    'Mensen',
    'Links',
    'Leiden',
    'Verdelen',
    'Tafels',
    'Evenwicht',
    'Afspraken',
    'Naar de raad',
  ])
  expect(screen.getByRole('menuitemradio', { checked: true }).textContent).toBe('Leiden')
  await userEvent.click(screen.getByRole('menuitemradio', { name: 'Tafels' }))
  expect(screen.getByRole('button', { name: 'Onderdeel: Tafels' })).toBeTruthy()
  expect(shown()).toBe('Tafels')
})

test.each([
  { offeredAt: null, strong: true },
  { offeredAt: NOW, strong: false },
])('beside the council’s work the next step is strong: $strong', ({ offeredAt, strong }) => {
  const base = session({ phase: { name: 'lobby' } })
  const state = { ...base, council: { ...base.council, offeredAt } }
  const view = { state, me: 'ineke', run: async () => true, show: () => undefined }
  client = clientWith({ session: { state } })
  renderWith(client, <NextStep view={view} section="council" />)
  const open = screen.getByRole('button', { name: 'Open de zaal' })
  expect(open.classList.contains('is-primary')).toBe(strong)
})
