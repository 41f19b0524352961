import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { AgendaCard } from '../../client/app/organise/AgendaCard.tsx'
import { partsOf, TEMPLATES } from '../../client/app/organise/agenda/templates.ts'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { setLocale, translate, type T } from '../../client/parts/ui/text.tsx'
import { COMMANDS } from '../../shared/dialogue/commands.ts'
import { GOVERNMENT_ROLES, type SessionState } from '../../shared/dialogue/model.ts'
import { NOW, PROGRAMME, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

let client: DialogueClient
afterEach(() => {
  cleanup()
  client.close()
  setLocale('nl')
})
setLocale('nl')

function shown(changes: Partial<SessionState> = {}) {
  const run = vi.fn(() => Promise.resolve(true))
  const state = session({ phase: { name: 'plenary' }, programme: PROGRAMME, ...changes })
  client = clientWith({ session: { state, me: 'ineke', offset: NOW - Date.now() } })
  renderWith(client, <AgendaCard view={{ state, me: 'ineke', run, show: () => undefined }} />)
  return { run, user: userEvent.setup() }
}
const running = (minutesAgo: number): Partial<SessionState> => ({
  agenda: [
    {
      title: 'Welkom',
      where: 'plenary',
      startedAt: NOW - 90 * 60_000,
      endedAt: NOW - minutesAgo * 60_000,
      part: 'prt_1',
    },
    {
      title: 'De eerste vraag',
      where: 'tables',
      startedAt: NOW - minutesAgo * 60_000,
      endedAt: null,
      part: 'prt_2',
    },
  ],
})
const button = (name: string) => screen.getByRole('button', { name })
const rows = () => within(screen.getByRole('list', { name: 'Wat we gaan doen' })).getAllByRole('listitem')
const nl: T = (key, values) => translate('nl', key, values)

test('an agenda is chosen: its parts are sent in the words of the language that is read', async () => {
  const { run, user } = shown({ programme: [] })
  await user.click(button('Kies een agenda'))
  await user.click(button('Voeg toe: Doen'))
  const [[type, payload]] = run.mock.calls as unknown as [[string, { parts: unknown[] }]]
  expect(type).toBe('addParts')
  expect(payload.parts).toHaveLength(5)
  expect(payload.parts[1]).toEqual({
    title: 'De eerste vraag',
    lengthMs: 1_200_000,
    where: 'tables',
    questions: {
      lawful: 'Waar moet u altijd op kunnen rekenen?',
      networking: 'Vanaf welk moment zitten we samen aan tafel?',
      performing: 'Binnen hoeveel tijd krijgt u antwoord?',
      participating: 'Wat heeft een initiatief nodig?',
    },
  })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test.each(['nl', 'en'] as const)('every template is one that the server takes, in %s', (locale) => {
  const t: T = (key, values) => translate(locale, key, values)
  expect(TEMPLATES.map(({ id }) => id)).toEqual(['meet', 'lived', 'dream', 'do', 'harvest', 'consent'])
  for (const template of TEMPLATES) {
    const parts = partsOf(template, t)
    expect(COMMANDS.addParts.schema.safeParse({ parts }).error).toBeUndefined()
    for (const part of parts)
      if (part.where === 'plenary') expect(Object.values(part.questions).join('')).toBe('')
  }
})

test('each role table has questions of its own for what is done, and all of the method’s', () => {
  const doing = TEMPLATES.find(({ id }) => id === 'do')
  const parts = doing ? partsOf(doing, nl).filter(({ where }) => where === 'tables') : []
  const asked = parts.flatMap(({ questions }) => GOVERNMENT_ROLES.map((role) => questions[role]))
  expect(new Set(asked).size).toBe(12)
})

test('a part of one’s own is added, with a question for a table', async () => {
  const { run, user } = shown()
  await user.click(button('Voeg zelf een deel toe'))
  const save = button('Bewaar dit deel') as HTMLButtonElement
  expect(save.disabled).toBe(true)
  await user.type(screen.getByLabelText('Naam van dit deel'), ' Pauze ')
  await user.clear(screen.getByLabelText('Hoeveel minuten?'))
  await user.type(screen.getByLabelText('Hoeveel minuten?'), '25')
  await user.click(screen.getByRole('button', { name: /Waar is dit/ }))
  await user.click(screen.getByRole('option', { name: 'Aan de tafels' }))
  await user.type(screen.getByLabelText('Eerste vraag: Netwerkende overheid'), 'Wie mist er?')
  await user.click(save)
  const questions = { lawful: '', networking: 'Wie mist er?', performing: '', participating: '' }
  expect(run.mock.calls).toEqual([
    ['addParts', { parts: [{ title: 'Pauze', lengthMs: 1_500_000, where: 'tables', questions }] }],
  ])
})

test.each(['0', '241', '2.5', ''])('"%s" minutes cannot be kept', async (typed) => {
  const { user } = shown()
  await user.click(button('Voeg zelf een deel toe'))
  await user.type(screen.getByLabelText('Naam van dit deel'), 'Pauze')
  await user.clear(screen.getByLabelText('Hoeveel minuten?'))
  if (typed) await user.type(screen.getByLabelText('Hoeveel minuten?'), typed)
  expect((button('Bewaar dit deel') as HTMLButtonElement).disabled).toBe(true)
})

test('a part is changed, moved and taken out from its menu', async () => {
  const { run, user } = shown()
  const choose = async (item: string) => {
    await user.click(button('Meer: De eerste vraag'))
    await user.click(await screen.findByRole('menuitem', { name: item }))
  }
  await choose('Eén plek omhoog')
  await choose('Haal weg')
  await choose('Verander')
  const name = await screen.findByLabelText('Naam van dit deel')
  await user.clear(name)
  await user.type(name, 'Andere naam')
  await user.click(button('Bewaar dit deel'))
  const { id, ...rest } = PROGRAMME[1]!
  expect(run.mock.calls).toEqual([
    ['movePart', { part: id, place: 1 }],
    ['dropPart', { part: id }],
    ['changePart', { part: id, ...rest, title: 'Andere naam' }],
  ])
})

test('a part is begun by a press, and never before the main room is open', async () => {
  const { run, user } = shown()
  await user.click(button('Begin: De eerste vraag'))
  expect(run.mock.calls).toEqual([['startPart', { part: 'prt_2' }]])
  cleanup()
  client.close()
  shown({ phase: { name: 'lobby' } })
  expect(screen.queryByRole('button', { name: /^Begin/ })).toBeNull()
})

test('what goes on has its time beside it and can get more; what has been says so', async () => {
  const { run, user } = shown(running(12))
  const [welcome, first] = rows()
  expect(welcome?.textContent).toContain('geweest')
  expect(first?.getAttribute('aria-current')).toBe('step')
  expect(first?.textContent).toContain('Nog 8 minuten: De eerste vraag')
  await user.click(button('5 minuten erbij'))
  const { id, ...rest } = PROGRAMME[1]!
  expect(run.mock.calls).toEqual([['changePart', { part: id, ...rest, lengthMs: 1_500_000 }]])
})

test('in English the words are English', () => {
  setLocale('en')
  shown(running(21))
  act(() => undefined)
  expect(screen.getByText('Time is up: De eerste vraag')).toBeTruthy()
})
