import { afterEach, expect, test, vi } from 'vitest'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { clientWith } from './support/client.ts'

const now = (id: string, phase: SessionState['phase']['name'] = 'plenary'): SessionState => ({
  ...emptySession,
  id,
  phase: { name: phase } as SessionState['phase'],
})
/** A page of this person in this session, opened anew. */
const open = (me: string, id: string) => clientWith({ session: { me, state: now(id) } })
const draft = (me: string, id: string) => open(me, id).kept.getState().draft

afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
})

test('what was typed and not sent is there after a reload, for this person in this session only', () => {
  open('per_1', 'ses_1').kept.setState({ draft: 'Ik wilde nog zeggen' })
  expect(draft('per_1', 'ses_1')).toBe('Ik wilde nog zeggen')
  expect(draft('per_2', 'ses_1')).toBe('')
  expect(draft('per_1', 'ses_2')).toBe('')
})

test('sent, it is gone from the device', () => {
  const page = open('per_1', 'ses_1')
  page.kept.setState({ draft: 'Ik wilde nog zeggen' })
  page.kept.setState({ draft: '' })
  expect(localStorage.length).toBe(0)
})

test('the end of the session takes it along, and nothing typed afterwards stays', () => {
  const page = open('per_1', 'ses_1')
  page.kept.setState({ draft: 'Ik wilde nog zeggen' })
  page.session.store.setState({ state: now('ses_1', 'ended') })
  page.kept.setState({ draft: 'En nog iets' })
  expect(localStorage.length).toBe(0)
})

test('a day later it is gone, whoever opens a page', () => {
  vi.useFakeTimers()
  open('per_1', 'ses_1').kept.setState({ draft: 'Ik wilde nog zeggen' })
  vi.setSystemTime(Date.now() + 90_000_000)
  open('per_2', 'ses_2')
  expect(localStorage.length).toBe(0)
})

test('a device that refuses to store keeps it as long as the page is there', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('refused')
  })
  const page = open('per_1', 'ses_1')
  page.kept.setState({ draft: 'Ik wilde nog zeggen' })
  expect(page.kept.getState().draft).toBe('Ik wilde nog zeggen')
  vi.restoreAllMocks()
})
