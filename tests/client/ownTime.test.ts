import { expect, test } from 'vitest'
import { ownParts, secondsOff } from '../../client/parts/meter/ownTime.ts'
import type { AgendaItem } from '../../shared/dialogue/model.ts'
import type { BalanceReport, OwnBalance, Scope } from '../../shared/dialogue/time/balance.ts'
import { NOW } from './support/hall.ts'

const own: OwnBalance = { spokenMs: 60_000, share: 1, words: 'equal' }
const item = (title: string | null, where: AgendaItem['where']): AgendaItem => ({
  title,
  where,
  startedAt: NOW,
  endedAt: null,
})
const report = (...scopes: [Scope, OwnBalance | null][]): BalanceReport => ({
  sessions: 2,
  incomplete: [],
  scopes: scopes.map(([scope, mine]) => ({ scope, own: mine, rooms: [], together: null })),
  trend: { startMs: NOW, stepMs: 60_000, rooms: [] },
})

test('[S3] one looks back on the own balance: each part, the meeting and the dialogue', () => {
  const agenda = [item(null, 'plenary'), item('Verkennen', 'tables')]
  const parts = ownParts(report([0, own], [1, own], ['session', own], ['dialogue', own]), { agenda })
  expect(parts.map(({ scope, title, where }) => [scope, title, where])).toEqual([
    [0, null, 'plenary'],
    [1, 'Verkennen', 'tables'],
    ['session', null, 'plenary'],
    ['dialogue', null, 'plenary'],
  ])
})

test('[S7] whoever does not count has nothing to look back on', () => {
  expect(ownParts(report([0, null], ['session', null]), { agenda: [item(null, 'plenary')] })).toEqual([])
})

test('[S8] a correction is told in whole seconds, and at least one', () => {
  expect(secondsOff({ from: NOW, to: NOW + 12_400 })).toBe(12)
  expect(secondsOff({ from: NOW, to: NOW + 200 })).toBe(1)
})
