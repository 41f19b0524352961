import { expect, test } from 'vitest'
import { createHistory } from '../../server/live/history.ts'
import type { Order, Outcome } from '../../server/live/orders.ts'
import { createRunner } from '../../server/live/runner.ts'
import type { StoredHold } from '../../server/store/documentStore.ts'
import type { Append, Appended, EventLog } from '../../server/store/store.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import { command, lobby, PARTICIPANTS, START } from '../domain/support/world.ts'

const OK: Outcome = { ok: true }

/**
 * A log in memory: each append takes a moment, and may be answered otherwise than by storing it. What is decided in its turn is stored at
 * once, for nobody comes between.
 */
function memory(already: readonly RecordedEvent[]) {
  const lines = [...already]
  const known = new Map<string, Append>()
  const appends: Append[][] = []
  let inTurn = 0
  function keep(entries: readonly Append[]): Appended {
    const after = lines.length
    const recorded = entries
      .flatMap(({ at, events }) => events.map((event) => ({ at, event })))
      .map((line, i) => ({ ...line, seq: after + 1 + i }))
    lines.push(...recorded)
    for (const entry of entries) if (entry.commandId !== null) known.set(entry.commandId, entry)
    return { ok: true, recorded }
  }
  const here = { instead: (_entries: readonly Append[]): Appended | null => null }
  const log: EventLog = {
    read: (_session, after = 0) => Promise.resolve(lines.filter(({ seq }) => seq > after)),
    readOnly: () => Promise.resolve([]),
    verify: () => Promise.resolve(null),
    answered: (_session, asked) =>
      Promise.resolve(
        Object.fromEntries(
          asked.flatMap(({ commandId, actor }) => {
            const found = known.get(commandId)
            return found?.actor === actor ? [[commandId, found.answer]] : []
          }),
        ),
      ),
    async append(...entries) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      appends.push(entries)
      const instead = here.instead(entries)
      if (instead) return instead
      return lines.length === entries[0].after ? keep(entries) : { ok: false, reason: 'conflict' }
    },
    async appendInTurn({ session, after, asked }, decide) {
      inTurn += 1
      const earlier = await log.answered(session, asked)
      return keep(decide(await log.read(session, after), earlier))
    },
  }
  return { log, lines, appends, here, keep, inTurn: () => inTurn }
}

function running(hold?: StoredHold) {
  const { log: begun } = lobby()
  const store = memory(begun)
  const history = createHistory()
  history.add(begun)
  const told: string[] = []
  const runner = createRunner({
    log: store.log,
    history,
    context: () => ({ now: START, present: new Set(), leaderLastSeen: {}, spokenMs: {} }),
    hold: () => Promise.resolve({ frozen: {}, hold, release: () => undefined }),
    stored: () => undefined,
    rewritten: () => undefined,
    settle: () => Promise.resolve(void told.push('settled')),
    tell: (steps) => void told.push(`told of ${steps.length}`),
    failed: () => void told.push('failed'),
  })
  const joins = (actor: string, commandId = `join ${actor}`): Order => ({
    actor,
    command: command('join', {}),
    commandId,
  })
  const run = (order: Order) =>
    runner.run(order, (outcome) => void told.push(`${order.actor} ${outcome.ok ? 'ok' : outcome.code}`))
  /** The others come while the first is being stored. */
  const runAll = async ([first, ...others]: Order[]) => {
    const one = first && run(first)
    await new Promise((resolve) => setTimeout(resolve, 1))
    return Promise.all([one, ...others.map(run)])
  }
  return { ...store, history, told, joins, run, runAll }
}
const joined = ({ history }: Pick<ReturnType<typeof running>, 'history'>) =>
  PARTICIPANTS.filter((person) => history.state().people[person]?.joined)

test('what comes while an append is under way is stored together, answered in order, and then told', async () => {
  const { runAll, joins, appends, told, history } = running()
  const orders = ['Ans', 'Bram', 'Cees'].map((person) => joins(person))
  expect(await runAll(orders)).toEqual([OK, OK, OK])
  expect(appends.map((entries) => entries.map(({ actor }) => actor))).toEqual([['Ans'], ['Bram', 'Cees']])
  expect(told).toEqual(['settled', 'Ans ok', 'told of 1', 'settled', 'Bram ok', 'Cees ok', 'told of 2'])
  expect(joined({ history })).toEqual(['Ans', 'Bram', 'Cees'])
})

test('each is decided on what those before it in the same append lead to', async () => {
  const { runAll, history } = running()
  const open: Order = { actor: 'Olga', command: command('openPlenary', {}), commandId: 'open' }
  const hand: Order = { actor: 'Bram', command: command('raiseHand', { room: 'plenary' }), commandId: 'hand' }
  const join: Order = { actor: 'Bram', command: command('join', {}), commandId: 'join' }
  const first: Order = { actor: 'Ans', command: command('join', {}), commandId: 'first' }
  expect(await runAll([first, join, open, hand])).toEqual([OK, OK, OK, OK])
  expect(history.state().floors['plenary']?.queue.map(({ person }) => person)).toEqual(['Bram'])
})

test('sent twice at once it is stored once, and both are answered', async () => {
  const { runAll, joins, appends, history } = running()
  const orders = [joins('Ans'), joins('Bram'), joins('Bram'), joins('Cees')]
  expect(await runAll(orders)).toEqual([OK, OK, OK, OK])
  expect(appends.flat().filter(({ actor }) => actor === 'Bram')).toHaveLength(1)
  expect(joined({ history })).toEqual(['Ans', 'Bram', 'Cees'])
})

test('one whose id is somebody else’s is refused alone; the others of that append are carried out', async () => {
  const { runAll, joins, here, history } = running()
  here.instead = (entries) =>
    entries.some(({ commandId }) => commandId === 'taken') ? { ok: false, reason: 'foreign' } : null
  const orders = [joins('Ans'), joins('Bram'), joins('Cees', 'taken'), joins('Dina')]
  expect(await runAll(orders)).toEqual([OK, OK, { ok: false, code: 'malformed' }, OK])
  expect(joined({ history })).toEqual(['Ans', 'Bram', 'Dina'])
})

test('one that cannot even be decided is refused alone; the others of that append are carried out', async () => {
  const { runAll, joins, told, history } = running()
  const broken = { ...joins('Bram'), command: { type: 'join', payload: null as never } } as const
  expect(await runAll([joins('Ans'), broken, joins('Cees')])).toEqual([
    OK,
    { ok: false, code: 'not_saved' },
    OK,
  ])
  expect(joined({ history })).toEqual(['Ans', 'Cees'])
  expect(told).toContain('failed')
})

test('when somebody else appended first, all of them are decided anew on that', async () => {
  const { runAll, joins, lines, here, history, told } = running()
  let once = true
  here.instead = (entries) => {
    if (entries.length < 2 || !once) return null
    once = false
    lines.push({
      seq: lines.length + 1,
      at: START,
      event: { type: 'PersonJoined', person: 'Eva', name: 'Eva' },
    })
    return null
  }
  expect(await runAll([joins('Ans'), joins('Bram'), joins('Cees')])).toEqual([OK, OK, OK])
  expect(joined({ history })).toEqual(['Ans', 'Bram', 'Cees', 'Eva'])
  expect(told.filter((what) => what.endsWith(' ok'))).toEqual(['Ans ok', 'Bram ok', 'Cees ok'])
})

test('whoever lost the race to another node is decided next, on what that one stored, however quick the others are', async () => {
  const { run, joins, lines, here, history, told, inTurn } = running()
  here.instead = () => {
    lines.push({ seq: lines.length + 1, at: START, event: { type: 'Announced', text: 'eerst' } })
    return null
  }
  expect(await run(joins('Ans'))).toEqual(OK)
  expect(inTurn()).toBe(1)
  expect(told).toEqual(['settled', 'told of 1', 'settled', 'Ans ok', 'told of 1'])
  expect(history.state().seq).toBe(lines.length)
})

test('a command that another node carried out meanwhile is answered as it was there, and works once', async () => {
  const { run, joins, lines, here, keep, history } = running()
  here.instead = (entries) => {
    keep(entries)
    return null
  }
  expect(await run(joins('Ans'))).toEqual(OK)
  expect(lines.filter(({ event }) => event.type === 'PersonJoined')).toHaveLength(1)
  expect(joined({ history })).toEqual(['Ans'])
})

test('what could not be stored is refused to each of them, and the next is stored again', async () => {
  const { run, runAll, joins, here, history } = running()
  here.instead = (entries) => {
    if (entries.length < 2) return null
    throw new Error('the database is away')
  }
  const outcomes = await runAll([joins('Ans'), joins('Bram'), joins('Cees')])
  expect(outcomes.map((outcome) => outcome?.ok || outcome?.code)).toEqual([true, 'not_saved', 'not_saved'])
  expect(await run(joins('Dina'))).toEqual(OK)
  expect(joined({ history })).toEqual(['Ans', 'Dina'])
})

test('what is decided on words that stood still no longer is not stored, and is not tried again', async () => {
  const hold = { table: 'tbl_1', epoch: 1, hold: 'hld_1' }
  const { run, joins, here, appends } = running(hold)
  here.instead = () => ({ ok: false, reason: 'released' })
  expect(await run(joins('Ans'))).toEqual({ ok: false, code: 'not_saved' })
  expect(appends.map((entries) => entries.map(({ held }) => held))).toEqual([[hold]])
})
