import { cleanup, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { KeptUntil } from '../../client/app/organise/KeptUntil.tsx'
import { Links } from '../../client/app/organise/Links.tsx'
import type { OrganiserView } from '../../client/app/organise/view.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { LinkRow } from '../../shared/protocol.ts'
import { session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

setLocale('nl')
let asked: string[]
let answer: (what: string) => Response

beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', (url: URL, { method }: { method: string }) => {
    const what = `${method} ${String(url).split('/api/')[1]}`
    if (what === 'GET mail') return Promise.resolve(Response.json({ from: null, people: [] }))
    asked.push(what)
    return Promise.resolve(answer(what))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('taking somebody out', () => {
  const row = (person: string, name: string): LinkRow => ({
    person,
    name,
    group: 'inwoner',
    role: 'participant',
    url: `https://een.example/j/${person}`,
    opened: false,
    mail: null,
    code: 'K7PM 4XDA',
  })
  const show = (phase: 'lobby' | 'plenary') =>
    renderWith(
      clientWith(),
      <Links view={{ state: session({ phase: { name: phase } }), me: 'ineke' } as OrganiserView} />,
    )
  beforeEach(() => {
    answer = (what) =>
      Response.json(
        what.startsWith('DELETE')
          ? { unread: [3] }
          : what.endsWith('mentions')
            ? { now: [2, 5], before: [] }
            : [row('ineke', 'Ineke'), row('riet', 'Riet')],
      )
  })

  test('says what goes and what stays, asks once more, and says that it was done', async () => {
    const user = userEvent.setup()
    show('lobby')
    await user.click(await screen.findByRole('button', { name: 'Wis Riet' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Riet uit deze dialoog wissen?' }))
    expect(dialog.getByText(/Niemand ziet nog wie wat schreef/)).toBeTruthy()
    expect(dialog.getByText('U kunt dit niet terugdraaien.')).toBeTruthy()
    expect(await dialog.findByText(/^In de teksten van de afspraken 2, 5 lijkt Riet te staan\./)).toBeTruthy()
    expect(asked).toEqual(['GET links', 'GET people/riet/mentions'])
    await user.click(dialog.getByRole('button', { name: 'Wis Riet' }))
    expect(await screen.findByText(/Riet is gewist\. De tekst van tafel 3 is beschadigd/)).toBeTruthy()
    expect(asked).toEqual(['GET links', 'GET people/riet/mentions', 'DELETE people/riet'])
    expect(screen.queryByRole('button', { name: 'Wis Riet' })).toBeNull()
  })

  test('is not offered for oneself, and not done while a meeting is going on', async () => {
    const user = userEvent.setup()
    show('plenary')
    await user.click(await screen.findByRole('button', { name: 'Wis Riet' }))
    expect(screen.queryByRole('button', { name: 'Wis Ineke' })).toBeNull()
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByText(/Er is nu een bijeenkomst bezig/)).toBeTruthy()
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Wis Riet' }).disabled).toBe(true)
    await user.click(dialog.getByRole('button', { name: 'Niet wissen' }))
    expect(asked).not.toContain('DELETE people/riet')
  })

  test('that did not work says so, and nothing is gone', async () => {
    const user = userEvent.setup()
    const known = answer
    answer = (what) => (what.startsWith('DELETE') ? new Response('', { status: 503 }) : known(what))
    show('lobby')
    await user.click(await screen.findByRole('button', { name: 'Wis Riet' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Wis Riet' }))
    expect(await dialog.findByText(/Wissen lukte niet/)).toBeTruthy()
  })
})

describe('how long it is kept', () => {
  const until = { names: '2027-05-31', all: '2028-11-29', named: true, leftOpen: false }
  beforeEach(() => {
    answer = () => Response.json(until)
  })

  test('the organiser sees both days and chooses another', async () => {
    const user = userEvent.setup()
    renderWith(clientWith(), <KeptUntil />)
    const names = await screen.findByLabelText<HTMLInputElement>('Namen wissen op')
    expect([names.value, screen.getByLabelText<HTMLInputElement>('Alles wissen op').value]).toEqual([
      '2027-05-31',
      '2028-11-29',
    ])
    await user.clear(names)
    await user.type(names, '2027-06-30')
    await user.click(screen.getByRole('button', { name: 'Bewaar deze dagen' }))
    expect(await screen.findByText('Bewaard.')).toBeTruthy()
    expect(asked).toEqual(['GET retention', 'PUT retention'])
  })

  test.each([
    ['too_early', /Kies een dag na vandaag/],
    ['order', /niet eerder dan de namen/],
    ['malformed', /Vul twee dagen in/],
    ['something_else', /./],
  ])('days that cannot be (%s) get a sentence', async (error, sentence) => {
    const user = userEvent.setup()
    answer = () => Response.json(until)
    renderWith(clientWith(), <KeptUntil />)
    await screen.findByLabelText('Namen wissen op')
    answer = () => Response.json({ error }, { status: 409 })
    await user.click(screen.getByRole('button', { name: 'Bewaar deze dagen' }))
    expect((await screen.findByRole('status')).textContent).toMatch(sentence)
  })

  test('names that are gone are said to be gone', async () => {
    answer = () => Response.json({ ...until, named: false })
    renderWith(clientWith(), <KeptUntil />)
    expect(await screen.findByText(/De namen zijn al gewist/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Namen wissen op').disabled).toBe(true)
    expect(screen.queryByText(/begonnen en niet gesloten/)).toBeNull()
  })

  test('a meeting that was never closed is told, with where one closes it', async () => {
    answer = () => Response.json({ ...until, leftOpen: true })
    renderWith(clientWith(), <KeptUntil />)
    expect(await screen.findByText(/begonnen en niet gesloten.* bij “Leiden”\.$/)).toBeTruthy()
  })
})
