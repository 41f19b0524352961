import { afterEach, expect, test, vi } from 'vitest'
import { converse } from '../../server/voices/conversation.ts'
import type { Voice } from '../../server/voices/voice.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import { decide } from '../../shared/dialogue/decide.ts'
import { asked, T1 } from '../domain/support/consent.ts'
import { given } from '../domain/support/sentence.ts'
import { until } from '../support/until.ts'

afterEach(() => void vi.restoreAllMocks())

/** Somebody at table 1 who says nothing; what they send is kept. */
function sitting(person: string, state: ReturnType<typeof given>['state']) {
  const sent: { type: CommandType; payload: object }[] = []
  const voice: Voice = {
    person,
    name: person,
    state: () => state,
    room: () => 't1',
    audible: () => false,
    speaking: () => false,
    say: () => Promise.reject(new Error('not asked')),
    async send(type, payload) {
      sent.push({ type, payload: payload as object })
      return { ok: true }
    },
    raise: async () => ({ ok: true }),
    type: async () => undefined,
    heardMs: () => new Map(),
    close: async () => undefined,
  }
  return { voice, sent }
}

test.each([
  [0.5, 'canLive'],
  [0.01, 'objects'],
])(
  'a simulated person who is asked answers, with a reason where they object (%d: %s)',
  async (chance, answer) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance)
    const { state } = given(...asked)
    const [first = '', second = ''] = T1
    const turn = sitting(first, state)
    const waits = sitting(second, state)
    const { stop } = converse(() => [turn.voice, waits.voice], [])
    await until('an answer', () => turn.sent.length > 0, 10_000)
    stop()
    expect(waits.sent).toEqual([])
    const [{ type, payload } = { type: 'join' as CommandType, payload: {} }] = turn.sent
    expect([type, payload]).toMatchObject(['answerConsent', { room: 't1', answer }])
    const command = { type, payload } as Parameters<typeof decide>[1]
    const context = {
      actor: first,
      now: 2_000_000,
      present: new Set(T1),
      newId: () => 'trn_new',
      hash: () => '',
      shuffle: <T>(things: readonly T[]) => [...things],
      leaderLastSeen: {},
      spokenMs: {},
      frozen: {},
    }
    expect(decide(state, command, context)).toMatchObject({ ok: true })
  },
)
