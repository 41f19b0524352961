import { cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ImportCard } from '../../client/app/organise/people/ImportCard.tsx'
import { found, listOf, type Listed } from '../../client/app/organise/people/listView.ts'
import { PeopleList } from '../../client/app/organise/people/PeopleList.tsx'
import type { OrganiserView } from '../../client/app/organise/view.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { ToastRegion } from '../../client/parts/ui/Toast.tsx'
import type { ImportReply } from '../../shared/protocol.ts'
import { away, here, person, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

const button = (name: string | RegExp) => screen.findByRole('button', { name })
const row = (id: string, opened: boolean, mail: string | null = null) => ({ person: id, opened, mail })

describe('how far somebody has come', () => {
  const people = ['anna', 'bram', 'cees', 'dina', 'ella', 'fien'].map((id) => {
    const joined = ['cees', 'dina', 'ella'].includes(id)
    return { ...person(id), joined, phone: id === 'fien' }
  })
  const state = session({
    people: Object.fromEntries(people.map((one) => [one.id, one])),
    order: people.map(({ id }) => id),
  })
  const checking = here('dina', null)
  const presence = {
    cees: away('cees'),
    dina: { ...checking, status: checking.status && { ...checking.status, screen: 'join' } },
    ella: here('ella', 'plenary'),
  }
  const list = listOf(state, presence, [row('anna', false), row('bram', true, 'bram@voorbeeld.nl')])

  test('is said in one word each', () => {
    expect(list.map(({ progress }) => progress)).toEqual([
      'unopened',
      'opened',
      'away',
      'checking',
      'here',
      'phone',
    ])
  })

  test('who was taken out or erased is not on the list', () => {
    const fewer = { ...state, takenOut: ['anna'], erased: ['bram'] }
    expect(listOf(fewer, presence, []).map(({ person: { id } }) => id)).toEqual([
      'cees',
      'dina',
      'ella',
      'fien',
    ])
  })

  test('one is found by what stands in the row, without marks, and sorted by who is not here yet', () => {
    const told = ({ person: { name }, mail }: Listed) => `${name} ${mail ?? ''}`
    const names = (words: string, sort: 'list' | 'name' | 'progress') =>
      found(list, { words, sort }, told).map(({ person: { name } }) => name)
    expect(names('BRAM voorbeeld', 'list')).toEqual(['Bram'])
    expect(names('', 'progress').slice(0, 2)).toEqual(['Anna', 'Bram'])
  })
})

describe('the list', () => {
  function shown(takenOut: string[] = []) {
    const run = vi.fn(() => Promise.resolve(true))
    const asked: [string, unknown][] = []
    vi.stubGlobal('fetch', (url: URL, init?: RequestInit) => {
      if (init?.method === 'PUT') asked.push([url.pathname, init.body])
      return Promise.resolve(
        Response.json(init?.method === 'PUT' ? {} : [row('riet', true, 'riet@voorbeeld.nl')]),
      )
    })
    const view = {
      state: session({ takenOut }),
      me: 'ineke',
      run,
      show: () => undefined,
    } as unknown as OrganiserView
    renderWith(
      clientWith(),
      <>
        <PeopleList view={view} />
        <ToastRegion />
      </>,
    )
    return { run, asked, user: userEvent.setup() }
  }

  test('changes a name, a role and an address, each by what it is', async () => {
    const { run, asked, user } = shown()
    await screen.findByText('riet@voorbeeld.nl')
    await user.click(await button('Verander Riet'))
    const form = within(screen.getByRole('dialog'))
    await user.clear(form.getByLabelText('Naam'))
    await user.type(form.getByLabelText('Naam'), 'Margriet')
    await user.clear(form.getByLabelText('E-mailadres'))
    await user.type(form.getByLabelText('E-mailadres'), 'mar@voorbeeld.nl')
    await user.click(form.getByRole('checkbox', { name: 'Doet mee met de telefoon' }))
    await user.click(form.getByRole('button', { name: 'Bewaar' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByText('Margriet is bewaard.')).toBeTruthy()
    expect(run.mock.calls).toEqual([
      [
        'changePeople',
        { changes: [{ person: 'riet', name: 'Margriet', role: 'participant', group: 'inwoner' }] },
      ],
      ['setPhone', { person: 'riet', phone: true }],
    ])
    expect(asked).toEqual([['/p/per_1/api/people/riet/mail', JSON.stringify({ mail: 'mar@voorbeeld.nl' })]])
  })

  test('takes somebody out only after it was said what that means', async () => {
    const { run, user } = shown()
    await user.click(await button('Verander Riet'))
    await user.click(await button('Haal uit de dialoog'))
    const ask = within(await screen.findByRole('dialog', { name: 'Riet uit de dialoog halen?' }))
    expect(ask.getByText(/Moet de naam overal weg\?/)).toBeTruthy()
    expect(run).not.toHaveBeenCalled()
    await user.click(ask.getByRole('button', { name: 'Haal Riet uit de dialoog' }))
    await waitFor(() => expect(run.mock.calls).toEqual([['takeOut', { person: 'riet' }]]))
    expect(await screen.findByText('Riet is uit de dialoog.')).toBeTruthy()
  })

  test('leaves an organiser their own role, and themselves in', async () => {
    const { user } = shown()
    await user.click(await button('Verander Ineke'))
    const form = within(screen.getByRole('dialog'))
    expect(form.getByText('Uw eigen rol verandert een andere organisator.')).toBeTruthy()
    expect(form.queryByRole('button', { name: /^Haal/ })).toBeNull()
  })

  test('takes back who was taken out', async () => {
    const { run, user } = shown(['riet'])
    expect(screen.queryByRole('button', { name: 'Verander Riet' })).toBeNull()
    await user.click(await button('Neem Riet weer op'))
    expect(run.mock.calls).toEqual([['takeBack', { person: 'riet' }]])
  })
})

describe('reading a list', () => {
  const NOTHING: ImportReply = { errors: [], question: null, unread: [], plan: null }
  const was = { name: 'Riet', role: 'participant', group: 'inwoner', mail: null } as const
  const again: NonNullable<ImportReply['plan']> = {
    fresh: 15,
    known: 40,
    changed: [{ person: 'riet', was, becomes: { ...was, group: 'raad', name: 'Margriet' } }],
    out: ['Bo'],
    twice: 0,
  }

  function shown(...replies: (ImportReply | { error: string } | { text: string })[]) {
    const sent: unknown[] = []
    vi.stubGlobal('fetch', (_url: URL, init: RequestInit) => {
      sent.push(typeof init.body === 'string' ? JSON.parse(init.body) : 'file')
      return Promise.resolve(Response.json(replies.shift()))
    })
    const onText = vi.fn()
    renderWith(clientWith(), <ImportCard text="Riet;inwoner" onText={onText} onDone={() => undefined} />)
    return { sent, onText, user: userEvent.setup() }
  }
  const checks = (sent: unknown[]) => sent.map((one) => (one as { check?: boolean }).check)

  test('a list of new people is read in at once', async () => {
    const plan = { fresh: 8, known: 0, changed: [], out: [], twice: 0 }
    const { sent, user } = shown({ ...NOTHING, plan }, { ...NOTHING, plan })
    await user.click(await button('Lees in'))
    expect(await screen.findByText('8 mensen zijn ingelezen. Ieder heeft een eigen link.')).toBeTruthy()
    expect(checks(sent)).toEqual([true, false])
  })

  test('a list that is too long is said to be so', async () => {
    const { user } = shown({ error: 'too_big' })
    await user.click(await button('Lees in'))
    expect(
      await screen.findByText('Deze lijst is te groot. Een lijst heeft hoogstens 2.000 regels.'),
    ).toBeTruthy()
  })

  test('who is known and who has changed is said before anything is done', async () => {
    const { sent, user } = shown({ ...NOTHING, plan: again }, { ...NOTHING, plan: again })
    await user.click(await button('Lees in'))
    expect(await screen.findByText('15 nieuw, 40 bekend, 1 veranderd.')).toBeTruthy()
    expect(screen.getByText(/naam wordt Margriet, groep wordt raad/)).toBeTruthy()
    expect(screen.getByText(/Eerder door u uit de dialoog gehaald, en dat blijft zo: Bo\./)).toBeTruthy()
    expect(checks(sent)).toEqual([true])
    await user.click(await button('Voer dit uit'))
    expect(await screen.findByText('1 mens is veranderd.')).toBeTruthy()
    expect(checks(sent)).toEqual([true, false])
  })

  test('which column is the name is asked, and the answer goes along', async () => {
    const known = { heading: true, name: [], group: 1, role: null, mail: null, number: null }
    const question = { headings: ['Persoon', 'Groep'], asks: ['name' as const], known, parts: [] }
    const plan = { fresh: 1, known: 0, changed: [], out: [], twice: 0 }
    const { sent, user } = shown({ ...NOTHING, question }, { ...NOTHING, plan }, { ...NOTHING, plan })
    await user.click(await button('Lees in'))
    await user.click(await button(/Welke kolom is de naam\?/))
    await user.click(await screen.findByRole('option', { name: 'Persoon' }))
    await user.click(await button('Lees het zo'))
    await screen.findByText(/1 mens is ingelezen/)
    expect(sent.slice(1)).toMatchObject([
      { columns: { ...known, name: [0] } },
      { check: false, columns: { name: [0] } },
    ])
  })

  test('a file becomes lines in the field, and one that is none is told why', async () => {
    const { onText, user } = shown({ text: 'Zoë;raad' }, { error: 'encrypted' })
    const choose = async (name: string) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (input) await user.upload(input, new File(['PK'], name))
    }
    await choose('lijst.xlsx')
    await waitFor(() => expect(onText).toHaveBeenCalledWith('Zoë;raad'))
    await choose('geheim.xlsx')
    expect(await screen.findByText(/Op dit bestand zit een wachtwoord/)).toBeTruthy()
  })
})
