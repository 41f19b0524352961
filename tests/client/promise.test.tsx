import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { LinkPage } from '../../client/app/join/LinkPage.tsx'
import { Ready } from '../../client/app/join/Ready.tsx'
import { NewDialogue } from '../../client/app/organise/OtherDialogue.tsx'
import { OpenHall } from '../../client/app/organise/OpenHall.tsx'
import { PromiseCard } from '../../client/app/organise/PromiseCard.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { NOW, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

/** What government promises: recorded by the organiser, read by everybody who comes in. */
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

const PROMISES = [
  { text: 'Wij nemen het over.', at: NOW - 10 * 86_400_000 },
  { text: 'Wij nemen het over, als het kan.', at: NOW },
]
const promised = (count: number): Partial<SessionState> => {
  const promises = PROMISES.slice(0, count)
  return { promises, dialogue: { ...session().dialogue, promise: promises.at(-1)?.text ?? null } }
}
function viewWith(changes: Partial<SessionState>) {
  const run = vi.fn(() => Promise.resolve(true))
  const state = session({ phase: { name: 'lobby' }, ...changes })
  return { run, view: { state, me: 'ineke', run, show: () => undefined }, user: userEvent.setup() }
}
const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement
const field = () => screen.getByRole('textbox', { name: /^Wat belooft de raad/ }) as HTMLTextAreaElement

test('a promise is recorded', async () => {
  const { run, view, user } = viewWith({})
  render(<PromiseCard view={view} />)
  expect(screen.getByRole('status').textContent).toBe('Er is nog geen belofte vastgelegd.')
  expect(button('Leg de belofte vast').disabled).toBe(true)
  await user.type(field(), ' Wij nemen het over. ')
  await user.click(button('Leg de belofte vast'))
  expect(run.mock.calls).toEqual([['recordPromise', { text: 'Wij nemen het over.' }]])
})

test('one that was changed shows since when, and what it took the place of', () => {
  const { view } = viewWith(promised(2))
  render(<PromiseCard view={view} />)
  expect(screen.getByRole('status').textContent).toMatch(/^Veranderd op vrijdag 15 januari, .* uur\.$/)
  expect(field().value).toBe('Wij nemen het over, als het kan.')
  expect(button('Verander de belofte').disabled).toBe(true)
  expect(screen.getByText('Wij nemen het over.').tagName).toBe('BLOCKQUOTE')
  expect(screen.getByText(/^Daarvoor, vanaf .* 5 januari/)).toBeTruthy()
})

test('the main room opens at once where a promise stands, and asks for one where none does', async () => {
  const there = viewWith(promised(1))
  render(<OpenHall view={there.view} variant="primary" />)
  await there.user.click(button('Open de zaal'))
  expect(there.run.mock.calls).toEqual([['openPlenary', {}]])
  cleanup()
  const none = viewWith({})
  render(<OpenHall view={none.view} variant="primary" />)
  await none.user.click(button('Open de zaal'))
  expect(none.run).not.toHaveBeenCalled()
  await none.user.type(field(), 'Wij nemen het over.')
  await none.user.click(button('Leg vast en open de zaal'))
  expect(none.run.mock.calls).toEqual([
    ['recordPromise', { text: 'Wij nemen het over.' }],
    ['openPlenary', {}],
  ])
})

test('the main room can be opened without a promise, on purpose; and stays shut when it was not recorded', async () => {
  const { run, view, user } = viewWith({})
  render(<OpenHall view={view} variant="primary" />)
  await user.click(button('Open de zaal'))
  await user.type(field(), 'Wij nemen het over.')
  run.mockResolvedValueOnce(false)
  await user.click(button('Leg vast en open de zaal'))
  expect(run.mock.calls).toEqual([['recordPromise', { text: 'Wij nemen het over.' }]])
  await user.click(button('Open de zaal zonder belofte'))
  expect(run.mock.calls.at(-1)).toEqual(['openPlenary', {}])
})

const link = {
  name: 'Riet',
  title: 'de dialoog',
  role: 'participant',
  date: null,
  inside: null,
  inUse: false,
  canRename: true,
} as const

test('whoever comes to the door reads it there, and again while they wait', async () => {
  render(<LinkPage base="" link={{ ...link, promise: 'Wij nemen het over.' }} />)
  expect(screen.getByText('De belofte van de raad')).toBeTruthy()
  expect(screen.getByText('Wij nemen het over.').tagName).toBe('BLOCKQUOTE')
  cleanup()
  render(<LinkPage base="" link={{ ...link, promise: null }} />)
  expect(screen.queryByText('De belofte van de raad')).toBeNull()
  cleanup()
  const client = clientWith({
    session: { me: 'riet', state: session({ phase: { name: 'lobby' }, ...promised(2) }) },
  })
  renderWith(
    client,
    <Ready
      entered
      onCheck={() => undefined}
      onTest={() => undefined}
      onEnter={() => undefined}
      onRead={null}
    />,
  )
  expect(await screen.findByText('Wij nemen het over, als het kan.')).toBeTruthy()
  client.close()
})

test.each([
  ['Nieuwe dialoog', false],
  ['Maak er nog een zoals deze', true],
] as const)('"%s" asks the server for one, with its promise', async (name, like) => {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', (_url: string, request: { body: string }) => {
    asked.push(JSON.parse(request.body))
    return Promise.resolve(Response.json({ url: 'http://localhost/j/nieuw' }, { status: 201 }))
  })
  const client = clientWith()
  const user = userEvent.setup()
  renderWith(client, <NewDialogue like={like} />)
  await user.click(button(name))
  await user.type(screen.getByLabelText('Titel'), 'Groen')
  await user.type(screen.getByLabelText('Datum'), '2027-02-02')
  await user.type(field(), 'Wij nemen het over.')
  await user.click(button('Maak de dialoog'))
  expect(asked).toEqual([
    { title: 'Groen', date: '2027-02-02', from: '19:30', to: '21:30', promise: 'Wij nemen het over.', like },
  ])
  expect(await screen.findByText('http://localhost/j/nieuw')).toBeTruthy()
  client.close()
})
