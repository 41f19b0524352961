import { expect } from 'vitest'
import { replay } from '../../../shared/dialogue/apply.ts'
import { leads, placeOf } from '../../../shared/dialogue/places.ts'
import type { CommandType } from '../../../shared/dialogue/commands.ts'
import type { DialogueEvent } from '../../../shared/dialogue/events.ts'
import type { FloorMode, HandKind, Phase, SessionState } from '../../../shared/dialogue/model.ts'
import { command, fireTimers, give, lobby, pass, PARTICIPANTS, type World } from './world.ts'

/** Tests as sentences: `given(...).when(...).gives(...)`. A step is a change to the world; a refusal is kept as its code. */
export interface Told {
  world: World
  refused: string | null
}
export type Step = (told: Told) => Told

const step =
  (change: (world: World) => World): Step =>
  (told) => ({ ...told, world: change(told.world) })

/** Somebody gives a command. */
export const does =
  (actor: string, type: CommandType, payload: (world: World) => unknown): Step =>
  ({ world }) => {
    const { world: next, decision } = give(world, actor, command(type, payload(world)))
    return { world: next, refused: decision.ok ? null : decision.code }
  }

const place = (world: World, name: string) => placeOf(world.state, name) ?? 'plenary'
const turnId = (world: World, room: string) => world.state.floors[room]?.turn?.id ?? 'none'
const own = (actor: string, type: CommandType, more: object = {}) =>
  does(actor, type, (world) => ({ room: place(world, actor), ...more }))
const ownTurn = (actor: string, type: CommandType) =>
  does(actor, type, (world) => ({ room: place(world, actor), turn: turnId(world, place(world, actor)) }))
/** Whoever leads this room gives the command. */
export const leader =
  (room: string, type: CommandType, payload: (world: World) => object = () => ({})): Step =>
  (told) => {
    const who = told.world.state.order.find((name) => leads(told.world.state, name, room)) ?? 'Olga'
    return does(who, type, (world) => ({ room, ...payload(world) }))(told)
  }

export const raise = (who: string, kind: HandKind = 'turn') => own(who, 'raiseHand', { kind })
export const raiseToType = (who: string) => own(who, 'raiseHand', { typed: true })
export const types = (who: string, text: string) =>
  does(who, 'sayTyped', (world) => ({
    room: place(world, who),
    turn: turnId(world, place(world, who)),
    text,
  }))
export const phones = (who: string) => does('Henk', 'setPhone', () => ({ person: who, phone: true }))
export const lower = (who: string, kind: HandKind = 'turn') => own(who, 'lowerHand', { kind })
export const restore = (who: string) => own(who, 'restoreHand')
export const starts = (who: string) => ownTurn(who, 'startTurn')
export const asksTime = (who: string) => ownTurn(who, 'moreTime')
export const passes = (who: string) => ownTurn(who, 'passTurn')
export const ends = (who: string) => ownTurn(who, 'endTurn')
export const next = (room = 'plenary') => leader(room, 'nextTurn')
export const grants = (who: string, room = 'plenary') => leader(room, 'grantFloor', () => ({ person: who }))
export const mode = (to: FloorMode, room = 'plenary') => leader(room, 'setMode', () => ({ mode: to }))
export const speaks = (who: string): Step[] => [raise(who), grants(who), starts(who)]
export const silence = (ms: number, room = 'plenary') => leader(room, 'startSilence', () => ({ ms }))
export const invites = (who: string) => leader('plenary', 'inviteReply', () => ({ person: who }))
export const organiser = (type: CommandType, payload: object = {}) => does('Olga', type, () => payload)
export const leaves = (who: string) => does(who, 'leave', () => ({}))
export const joins = (who: string) => does(who, 'join', () => ({}))

export const wait = (ms: number) => step((world) => pass(world, ms))
export const goesAway = (...who: string[]) =>
  step((world) => {
    const present = new Set([...world.present].filter((name) => !who.includes(name)))
    const leaderLastSeen = { ...world.leaderLastSeen }
    for (const room of Object.keys(world.state.floors)) {
      if (who.some((name) => leads(world.state, name, room))) leaderLastSeen[room] = world.now
    }
    return fireTimers({ ...world, present, leaderLastSeen })
  })
export const comesBack = (...who: string[]) =>
  step((world) => fireTimers({ ...world, present: new Set([...world.present, ...who]) }))
export const hasSpoken = (spokenMs: Record<string, number>, room = 'plenary') =>
  step((world) => ({ ...world, spokenMs: { ...world.spokenMs, [room]: spokenMs } }))

/** The server's own command, as it would come from a timer that was set when `remember` ran. */
export const system = (type: CommandType, payload: (world: World) => unknown) => does('system', type, payload)

/** Somebody says who sits at their device beside them. */
export const sitsBeside = (host: string, guest: string): Step =>
  does(host, 'sitBeside', () => ({ person: host, guest }))

/** Asks for help, is helped, and the helper opens the talk apart. */
export const talksApart = (who: string): Step[] => [
  does(who, 'askHelp', () => ({})),
  does('Henk', 'takeHelp', () => ({ person: who })),
  does('Henk', 'openAside', () => ({ person: who })),
]
export const speaksApart = (who: string, apart = true): Step =>
  does(who, 'setAside', () => ({ speaks: apart, screen: false }))

const joined = PARTICIPANTS.concat('Olga', 'Femke', 'Frank', 'Tariq', 'Henk', 'Toos').map(joins)
/** Everybody has joined and the plenary is open. */
export const inPlenary: Step[] = [...joined, organiser('openPlenary')]
/** Everybody sits at the tables: Ans, Eva, … at t1. */
export const atTables: Step[] = [
  ...inPlenary,
  organiser('spreadEvenly'),
  organiser('announceSplit'),
  organiser('startTables', { version: 1 }),
]

function describe(event: DialogueEvent, before: SessionState): string {
  const words: string[] = [event.type]
  if ('person' in event) words.push(event.person)
  if (event.type === 'FloorGranted') words.push(event.turn.person)
  else if ('turn' in event && 'room' in event) words.push(before.floors[event.room]?.turn?.person ?? '?')
  if (event.type === 'TurnEnded') words.push(event.how)
  if (event.type === 'ModeSet') words.push(event.mode)
  return words.join(' ')
}

const stateBefore = (world: World, seq: number) => replay(world.log.filter((line) => line.seq < seq))

class Sentence {
  private told: Told
  private from = 0
  constructor(told: Told) {
    this.told = told
  }
  /** What happens; everything after this is about its result. */
  when(...steps: (Step | Step[])[]): this {
    this.from = this.told.world.log.length
    this.told = { ...this.told, refused: null }
    for (const one of steps.flat()) this.told = one(this.told)
    return this
  }
  get state(): SessionState {
    return this.told.world.state
  }
  get world(): World {
    return this.told.world
  }
  private floor(room: string) {
    const floor = this.state.floors[room]
    if (!floor) throw new Error(`no floor in ${room}`)
    return floor
  }
  /** Exactly these events, in words: the type, the person, and how a turn ended. */
  gives(...expected: string[]): this {
    const fresh = this.told.world.log.slice(this.from)
    const seen = fresh.map((line) => describe(line.event, stateBefore(this.told.world, line.seq)))
    expect(seen).toEqual(expected)
    expect(this.told.refused).toBeNull()
    return this
  }
  refuses(code: string): this {
    expect(this.told.refused).toBe(code)
    return this
  }
  queueIs(...names: string[]): this {
    return this.queueAt('plenary', ...names)
  }
  queueAt(room: string, ...names: string[]): this {
    expect(this.floor(room).queue.map((hand) => hand.person)).toEqual(names)
    return this
  }
  turnIs(who: string | null, state?: string, room = 'plenary'): this {
    expect(this.floor(room).turn?.person ?? null).toBe(who)
    if (state !== undefined) expect(this.floor(room).turn?.state).toBe(state)
    return this
  }
  phaseIs(name: Phase['name']): this {
    expect(this.state.phase.name).toBe(name)
    return this
  }
  placeIs(who: string, room: string | null): this {
    expect(placeOf(this.state, who)).toBe(room)
    return this
  }
}

/** The world so far; nothing in it may be refused. */
export function given(...steps: (Step | Step[])[]): Sentence {
  let told: Told = { world: lobby(), refused: null }
  for (const one of steps.flat()) {
    told = one(told)
    if (told.refused) throw new Error(`a given step was refused: ${told.refused}`)
  }
  return new Sentence(told)
}
