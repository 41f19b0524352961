import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { HarvestBoard } from '../../client/parts/harvest/HarvestBoard.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { offered } from '../domain/support/council.ts'
import { harvest, inSet, proposed } from '../domain/support/harvest.ts'
import { given } from '../domain/support/sentence.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

function shown(steps: Parameters<typeof given>[0], me: string) {
  const send = vi.fn(() => Promise.resolve({ ok: true }))
  const store = createStore(() => ({ state: given(steps).state, me }))
  const client = { session: { store, send } } as unknown as DialogueClient
  renderWith(client, <HarvestBoard />)
  return { send, user: userEvent.setup() }
}

test('[H2] the organiser takes what is agreed into the set', async () => {
  const { send, user } = shown(harvest, 'Olga')
  await user.click(screen.getByRole('button', { name: 'Zet afspraak 1 in de set' }))
  expect(send.mock.calls).toEqual([['takeIntoSet', { agreement: 'a1' }]])
})

test('[H2] whoever leads a table that is asked says its yes; others only read', async () => {
  const { send, user } = shown(proposed, 'Femke')
  expect(screen.getByRole('status').textContent).toBe('0 van 10 in de set')
  expect(screen.queryByRole('button', { name: 'Ja, namens tafel 2' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Ja, namens tafel 1' }))
  expect(send.mock.calls[0]?.slice(0, 1)).toEqual(['sayMerge'])
  cleanup()
  shown(inSet, 'Ans')
  expect(screen.queryAllByRole('button')).toEqual([])
})

test('[H3] what lies with the council is read, also by the organiser', () => {
  shown(offered, 'Olga')
  expect(screen.getByText('De set ligt bij de raad en staat vast.')).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('2 van 10 in de set')
  expect(screen.queryAllByRole('button')).toEqual([])
})
