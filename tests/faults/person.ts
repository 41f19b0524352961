import { randomUUID } from 'node:crypto'
import { inNode } from '../../server/voices/session.ts'
import { openSession, type Session } from '../../shared/channel/session.ts'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { Answer, LinkRow, ServerFrame } from '../../shared/protocol.ts'
import type { Road } from '../support/cluster.ts'
import { redeem, type Visitor } from '../support/visitor.ts'
import { writerAt, type WordWriter } from '../support/words.ts'

/** A command somebody gave, and what came of it; `answer` is null until it is answered. */
export interface Asked {
  id: string
  type: CommandType
  payload: Record<string, unknown>
  sentMs: number
  answeredMs: number | null
  answer: Answer | null
}

/** Somebody with a plain client: the control channel as browsers use it, and words in the text of their table. */
export interface Person {
  row: LinkRow
  visitor: Visitor
  /** Their own way to the server; null: the same as everybody's. */
  road: Road | null
  session: Session
  /** Everything they ever asked. */
  asked: Asked[]
  /** What the server sent out of order: a number that does not follow on the one before. */
  gaps: string[]
  /** Codes their line was closed with for good. */
  closed(): number | null
  state(): SessionState
  live(): boolean
  send(type: CommandType, payload: Record<string, unknown>): Promise<Answer>
  writer: WordWriter | null
  write(table: string, agreement: string): Promise<void>
  /** The page is loaded again: the same person with nothing in memory. */
  reload(): void
  leave(): void
}

/** A link lets its person in on one device: `came` is who has used it. */
export async function bring(row: LinkRow, road: Road | null = null, came?: Visitor): Promise<Person> {
  const visitor = came ?? (await redeem(row.url))
  const home = new URL(visitor.home)
  const { origin } = home
  if (road) home.port = String(road.port)
  const asked: Asked[] = []
  const gaps: string[] = []
  let fresh = ''

  const open = (): Session => {
    const onFrame = createOrder((what) => gaps.push(`${row.name}: ${what}`))
    const where = inNode(`${home.href.replace('http', 'ws')}live`, { cookie: visitor.cookie, origin })
    return openSession({ ...where, newId: () => (fresh = randomUUID()) }, { takeOver: true, onFrame })
  }

  const person: Person = {
    row,
    visitor,
    road,
    session: open(),
    asked,
    gaps,
    writer: null,
    closed: () => person.session.store.getState().closed,
    live: () => person.session.store.getState().connection === 'live',
    state() {
      const { state } = person.session.store.getState()
      if (!state) throw new Error(`${row.name} has no state yet`)
      return state
    },
    async send(type, payload) {
      const answering = person.session.send(type, payload)
      const one: Asked = {
        id: fresh,
        type,
        payload,
        sentMs: performance.now(),
        answeredMs: null,
        answer: null,
      }
      asked.push(one)
      one.answer = await answering
      one.answeredMs = performance.now()
      return one.answer
    },
    async write(table, agreement) {
      person.writer = await writerAt({ visitor, table, agreement, over: road?.port })
    },
    reload() {
      person.session.close()
      person.session = open()
    },
    leave() {
      person.session.close()
      person.writer?.stop()
    },
  }
  return person
}

/** Every event must follow on the one before, and a welcome must not go back. */
function createOrder(wrong: (what: string) => void): (frame: ServerFrame) => void {
  let last = 0
  return (frame) => {
    if (frame.kind === 'welcome') {
      const from = frame.snapshot?.seq ?? last
      frame.tail.forEach(({ seq }, at) => {
        if (seq !== from + 1 + at) wrong(`the tail has ${seq} after ${from + at}`)
      })
      last = from + frame.tail.length
    }
    // another view in the place of the one before, with its number
    if (frame.kind === 'changed') last = frame.parts.seq
    if (frame.kind !== 'event') return
    if (frame.recorded.seq !== last + 1) wrong(`${frame.recorded.seq} after ${last}`)
    last = frame.recorded.seq
  }
}
