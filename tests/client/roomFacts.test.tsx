import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Room } from '../../client/app/room/Room.tsx'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { Presence } from '../../shared/protocol.ts'
import { clientWith } from './support/client.ts'
import { hall, idOf, NOW } from './support/hall.ts'
import { renderWith } from './support/render.tsx'

let client: DialogueClient | null = null
afterEach(() => {
  cleanup()
  client?.close()
})
setLocale('nl')

const someone = (name: string, state: Presence['state']): Record<string, Presence> => ({
  [idOf(name)]: { person: idOf(name), state, since: NOW, status: null },
})

test.each([
  ['nobody else', [], '1 mens'],
  ['one', ['Anna'], '2 mensen'],
  ['several', ['Anna', 'Joke', 'Els'], '4 mensen'],
])('the main room counts who is there: with %s', async (_who, there, told) => {
  const state = hall({ phase: { name: 'plenary' } })
  const away = state.order.map((id) => state.people[id]?.name ?? '').map((name) => someone(name, 'away'))
  const here = ['Riet', ...there].map((name) => someone(name, 'here'))
  const presence = Object.assign({}, ...away, ...here) as Record<string, Presence>
  client = clientWith({ session: { me: idOf('Riet'), state, presence, offset: NOW - Date.now() } })
  renderWith(client, <Room />)
  expect((await screen.findAllByText(told)).length).toBeGreaterThan(0)
})
