import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWithCouncil } from '../../shared/dialogue/agreements/agreement.ts'
import { apply, replay } from '../../shared/dialogue/apply.ts'
import { COMMANDS, type CommandType } from '../../shared/dialogue/commands.ts'
import { EVENT_SCHEMAS } from '../../shared/dialogue/eventSchemas.ts'
import { theSet } from '../../shared/dialogue/harvest/theSet.ts'
import { openRooms, placeOf } from '../../shared/dialogue/places.ts'
import { timers } from '../../shared/dialogue/timers.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { Hand } from '../../shared/dialogue/model.ts'
import { always, RUNS } from './support/always.ts'
import { anySteps, run } from './support/random.ts'
import { command, give } from './support/world.ts'

const TURN_TIMERS = ['offerExpired', 'dropExpired', 'speakerDropped', 'speakerReturned'] as const

test('the random sessions reach every command (the plenary is opened beforehand) and every event', () => {
  const commands = new Set<string>()
  const events = new Set<string>()
  const sample = fc.sample(anySteps(60), { numRuns: 2_500, seed: 7 })
  for (const steps of sample) {
    for (const { accepted, lines } of run(steps)) {
      if (accepted) commands.add(accepted)
      for (const line of lines) events.add(line.event.type)
    }
  }
  const missing = (Object.keys(COMMANDS) as CommandType[]).filter((type) => !commands.has(type))
  expect(missing).toEqual(['openPlenary'])
  // how every session begins; and no command erases people, but whoever rewrites the log
  const others = ['SessionCreated', 'PlenaryOpened', 'PeopleErased']
  expect(
    Object.keys(EVENT_SCHEMAS)
      .filter((type) => !events.has(type))
      .toSorted(),
  ).toEqual(others.toSorted())
})

test('one holder at most, nobody waits twice, and the holder does not wait for the same turn', () =>
  always(({ after }) => {
    for (const floor of Object.values(after.state.floors)) {
      const hands = floor.queue.map((hand) => `${hand.person} ${hand.kind}`)
      expect(new Set(hands).size).toBe(hands.length)
      if (floor.turn) expect(hands).not.toContain(`${floor.turn.person} ${floor.turn.kind}`)
      if (floor.mode === 'free') expect(floor.turn).toBeNull()
      const lowered = floor.lowered.map(({ hand }) => `${hand.person} ${hand.kind}`)
      for (const hand of hands) expect(lowered).not.toContain(hand)
    }
  }))

test('[F2] no acknowledged hand is ever lost', () =>
  always(({ before, lines }) => {
    let state = before.state
    for (const line of lines) {
      const next = apply(state, line)
      for (const [room, floor] of Object.entries(state.floors)) {
        for (const hand of floor.queue) {
          const kept = next.floors[room]?.queue.some((other) => same(other, hand))
          if (!kept && !clears(line, room, hand))
            expect.fail(`${line.event.type} lost ${JSON.stringify(hand)}`)
        }
        const turn = floor.turn
        const gone = turn && next.floors[room]?.turn?.id !== turn.id
        if (gone && turn.state !== 'speaking' && turn.raisedAt !== null) {
          const { event } = line
          const freely = event.type === 'TurnEnded' && ['passed', 'left', 'done'].includes(event.how)
          const back = next.floors[room]?.queue.some((other) => same(other, { ...turn, raisedAt: 0 }))
          if (!freely && !back) expect.fail(`an offered turn lost its hand: ${JSON.stringify(line.event)}`)
        }
      }
      state = next
    }
  }))

const same = (a: Hand, b: Hand) => a.person === b.person && a.kind === b.kind

/** The only events that may take a hand away. */
function clears({ event }: RecordedEvent, room: string, hand: Hand): boolean {
  if (event.type === 'RecallFinished') return room !== 'plenary'
  if (event.type === 'SessionEnded') return true
  if (!('room' in event) || event.room !== room) return false
  if (event.type === 'FloorGranted') return same(event.turn as unknown as Hand, hand)
  if (event.type === 'ReplyInvited') return hand.kind === 'reply' && event.person === hand.person
  if (event.type === 'HandLowered') return event.person === hand.person && event.kind === hand.kind
  return event.type === 'HandDropped' && event.person === hand.person
}

test('[F8] no timer of an earlier turn touches the one that is going on', () =>
  always(({ after, lines }) => {
    if (lines.length === 0) return
    const turns = after.log.flatMap(({ event }) => (event.type === 'FloorGranted' ? [event] : []))
    for (const { room, turn } of turns.slice(-3)) {
      if (after.state.floors[room]?.turn?.id === turn.id) continue
      for (const type of TURN_TIMERS) {
        const { world } = give(after, 'system', command(type, { room, turn: turn.id }))
        expect(world.log).toHaveLength(after.log.length)
      }
    }
  }))

test('[F6] another mode, or the round anew, keeps the hands and their order; a turn not begun comes back in front', () =>
  always(({ before, accepted, lines }) => {
    if (accepted !== 'setMode' && accepted !== 'restartRound') return
    const set = lines.find(({ event }) => event.type === 'ModeSet')
    if (set?.event.type !== 'ModeSet') return
    const { room } = set.event
    const old = before.state.floors[room]
    const state = lines.filter(({ seq }) => seq <= set.seq).reduce(apply, before.state)
    const kept = state.floors[room]?.queue.filter((hand) => old?.queue.some((one) => same(one, hand)))
    expect(kept).toEqual(old?.queue)
  }))

test('[T3] everybody is in one room that is open, or in none; whoever holds a floor is in its room', () =>
  always(({ after: { state } }) => {
    for (const person of state.order) {
      const place = placeOf(state, person)
      if (place !== null && !openRooms(state).includes(place)) expect.fail(`${person} is at ${place}`)
    }
    for (const [room, floor] of Object.entries(state.floors)) {
      if (floor.turn) expect(placeOf(state, floor.turn.person)).toBe(room)
      if (floor.reply) expect(placeOf(state, floor.reply)).toBe(room)
      if (floor.steering) expect(placeOf(state, floor.steering)).toBe(room)
    }
  }))

test('[F10] what comes too late or loses the line is never somebody who is speaking', () =>
  always(({ before, lines }) => {
    let state = before.state
    for (const line of lines) {
      const { event } = line
      if (event.type === 'TurnEnded' && (event.how === 'late' || event.how === 'dropped')) {
        expect(state.floors[event.room]?.turn?.state).not.toBe('speaking')
      }
      state = apply(state, line)
    }
  }))

test('replaying the log gives the live state, and the state survives JSON', () =>
  fc.assert(
    fc.property(anySteps(60), (steps) => {
      const last = run(steps).at(-1)?.after
      if (!last) return
      expect(replay(last.log)).toEqual(last.state)
      expect(JSON.parse(JSON.stringify(last.state))).toStrictEqual(last.state)
      expect(replay(JSON.parse(JSON.stringify(last.log)) as RecordedEvent[])).toStrictEqual(last.state)
    }),
    RUNS,
  ))

test('[C3] a round is about the words that are before people, in one room; who has answered is asked once', () =>
  always(({ after: { state } }) => {
    const held = Object.values(state.floors).flatMap(({ consent }) => consent ?? [])
    expect(new Set(held.map(({ agreement }) => agreement)).size).toBe(held.length)
    for (const { agreement, version, hash, order, answered, answers } of held) {
      expect(state.agreements[agreement]).toMatchObject({ state: 'presented', presented: { version, hash } })
      expect(new Set(order).size).toBe(order.length)
      expect(order).toEqual(expect.arrayContaining(answered))
      expect(new Set(answers.map(({ person }) => person))).toEqual(new Set(answered))
    }
  }))

test('[H2] the set is numbered 1 to n, what was merged is in one agreement, and nothing is proposed twice', () =>
  always(({ after: { state } }) => {
    const all = Object.values(state.agreements)
    const places = theSet(state).map(({ place }) => place)
    expect(places).toEqual(places.map((_, index) => index + 1))
    expect(new Set(all.map(({ number }) => number)).size).toBe(all.length)
    for (const one of all) {
      const into = all.filter(({ origins, state: now }) => origins.includes(one.id) && now !== 'withdrawn')
      expect(into).toHaveLength(one.state === 'merged' ? 1 : 0)
      if (one.state === 'inSet') expect(one.place).not.toBeNull()
      if (one.place !== null)
        expect(one.state === 'presented' || isWithCouncil(one) || one.state === 'inSet').toBe(true)
    }
    const proposed = state.harvest.merges.flatMap(({ from }) => from)
    expect(new Set(proposed).size).toBe(proposed.length)
    for (const id of proposed) expect(state.agreements[id]?.place ?? null).not.toBeNull()
  }))

test('every timer that is due comes off the list when its command is given', () =>
  always(({ after }) => {
    const due = timers(after.state, after, after.now).filter(({ at }) => at <= after.now)
    expect(due).toEqual([])
  }))
