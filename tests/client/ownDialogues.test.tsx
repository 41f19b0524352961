import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ownDialogues } from '../../client/app/ownDialogues.ts'
import { OwnDialogues } from '../../client/app/OwnDialogues.tsx'
import { addWords, setLocale } from '../../client/parts/ui/text.tsx'
import { front } from '../../shared/messages/front.ts'
import type { MeReply } from '../../shared/protocol.ts'

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')
addWords(front)

const about = (id: string, more: Partial<MeReply> = {}): MeReply => ({
  person: { id, name: 'Ineke', role: 'organiser' },
  dialogue: {
    id: `dlg_${id}`,
    title: `Dialoog ${id}`,
    date: '2026-12-08T18:30:00.000Z',
    until: null,
    promise: null,
  },
  session: 'ses',
  phase: 'lobby',
  epochs: {},
  demo: false,
  ...more,
})
const answers = (replies: Record<string, () => Response>) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string) => {
    const id = url.split('/p/')[1]?.split('/')[0] ?? ''
    asked.push(url)
    return Promise.resolve(replies[id]?.() ?? new Response('', { status: 401 }))
  })
  return asked
}
const own = ownDialogues('/tafel/')
const shown = () => screen.queryAllByRole('link').map((link) => link.getAttribute('href'))

test('one’s dialogues are there with their dates and where they are, the latest first', async () => {
  own.remember('per_a')
  own.remember('per_b')
  own.remember('per_a')
  const asked = answers({
    per_a: () => Response.json(about('per_a', { phase: 'recalling' })),
    per_b: () => Response.json(about('per_b', { phase: 'ended' })),
  })
  render(<OwnDialogues base="/tafel" />)
  expect(await screen.findByText('is bezig')).toBeTruthy()
  expect(screen.getByText('is klaar')).toBeTruthy()
  expect(screen.getAllByText(/8 december/)).toHaveLength(2)
  expect(shown()).toEqual(['/tafel/p/per_a/', '/tafel/p/per_b/'])
  expect(asked).toEqual(['/tafel/p/per_a/api/me', '/tafel/p/per_b/api/me'])
})

test('what this browser may not see any more, or organises no longer, is not shown and is forgotten', async () => {
  for (const id of ['per_gone', 'per_guest', 'per_demo', 'per_a']) own.remember(id)
  answers({
    per_a: () => Response.json(about('per_a')),
    per_guest: () =>
      Response.json(about('per_guest', { person: { id: 'per_guest', name: 'Riet', role: 'participant' } })),
    per_demo: () => Response.json(about('per_demo', { demo: true })),
  })
  render(<OwnDialogues base="/tafel" />)
  await waitFor(() => expect(shown()).toEqual(['/tafel/p/per_a/']))
  expect(own.all()).toEqual(['per_a'])
})

test('while the server is away that is said, and nothing is forgotten', async () => {
  own.remember('per_a')
  answers({ per_a: () => new Response('', { status: 503 }) })
  render(<OwnDialogues base="/tafel" />)
  expect(await screen.findByText(/konden niet worden opgehaald/)).toBeTruthy()
  expect(own.all()).toEqual(['per_a'])
})

test('whoever organises nothing sees nothing, and nothing is asked', () => {
  const asked = answers({})
  const { container } = render(<OwnDialogues base="/tafel" />)
  expect([container.textContent, asked]).toEqual(['', []])
})
