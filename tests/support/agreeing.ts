import { expect } from 'vitest'
import type { Answer } from '../../shared/dialogue/consent/round.ts'
import { newId } from '../../server/kit/newId.ts'
import { writeAgreement } from '../../shared/agreement/document.ts'
import type { Words } from '../../shared/agreement/canonical.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import type { NewPerson } from '../../server/dialogues/people.ts'
import { seat, somebody, type Seated, type TestHouse } from './house.ts'
import { openLine } from './line.ts'
import { textAt } from './textAt.ts'
import type { Present } from './three.ts'
import { until } from './until.ts'
import { redeem } from './visitor.ts'

const CAST = [
  somebody('Saskia', 'organiser'),
  somebody('Els', 'facilitator'),
  somebody('Frank', 'facilitator'),
  somebody('Riet'),
  somebody('Mehmet', 'participant', 'raad'),
  somebody('Tom', 'helper'),
  somebody('Olga', 'observer'),
  somebody('Ilse', 'interpreter'),
  somebody('Griet', 'clerk'),
]

export interface About {
  table: TableId
  agreement: string
}

/** Everybody in a session of their own, with Riet and Mehmet at tables that are led by different people. */
export interface Agreeing {
  dialogue: string
  rows: Seated
  who(name: string): Present
  /** Whoever leads this person's table, and who leads the other one. */
  leaderOf(name: string): Present
  otherThan(name: string): Present
  /** An agreement at this person's table, with these words in it as they are stored. */
  writes(name: string, words: Words): Promise<About>
  /** This person is the only one at the table who is asked. */
  answers(name: string, about: About, answer: Answer, reason?: string): Promise<void>
  close(): Promise<void>
}

/** Somebody beside the cast: at the first table, the second, or nowhere; `comes`: presses their link. */
export interface Also {
  person: NewPerson
  table: 0 | 1 | null
  comes: boolean
}

const ok = { ok: true }
/** A command that is carried out. */
export const does = async ({ line }: Present, type: string, payload: object) =>
  expect([type, await line.command(type, payload)]).toEqual([type, ok])

export async function peopleAtTables(house: TestHouse, also: readonly Also[] = []): Promise<Agreeing> {
  const { dialogue, people } = await seat(house, [...CAST, ...also.map(({ person }) => person)])
  const stayAway = also.filter(({ comes }) => !comes).map(({ person }) => person.name)
  const present: Record<string, Present> = {}
  for (const [name, row] of Object.entries(people)) {
    if (stayAway.includes(name)) continue
    const visitor = await redeem(house.link(row))
    const line = openLine(visitor)
    await line.next('welcome')
    present[name] = { row, visitor, line }
  }
  const who = (name: string): Present => {
    const found = present[name]
    if (!found) throw new Error(`${name} is not there`)
    return found
  }
  const saskia = who('Saskia')
  const [first = '', second = ''] = saskia.line.state().tableOrder
  await does(saskia, 'openPlenary', {})
  const seats: [string, TableId | null][] = [
    ['Riet', first],
    ['Mehmet', second],
    ...also.map(({ person, table }): [string, TableId | null] => [
      person.name,
      table === null ? null : ([first, second][table] ?? null),
    ]),
  ]
  for (const [name, table] of seats)
    if (table !== null) await does(saskia, 'seatPerson', { person: people[name]?.id, table })
  await does(saskia, 'announceSplit', {})
  await does(saskia, 'startTables', { version: 1 })

  const tableOf = (name: string) => (name === 'Riet' ? first : second)
  const leads = (table: TableId, { row }: Present) =>
    saskia.line.state().tables[table]?.facilitators.includes(row.id) ?? false
  const leaders = [who('Els'), who('Frank')]
  const leaderOf = (name: string) => {
    const found = leaders.find((one) => leads(tableOf(name), one))
    if (!found) throw new Error(`nobody leads the table of ${name}`)
    return found
  }
  return {
    dialogue,
    rows: people,
    who,
    leaderOf,
    otherThan: (name) => leaders.find((one) => one !== leaderOf(name)) ?? leaderOf(name),
    async writes(name, words) {
      const about = { table: tableOf(name), agreement: newId('agr') }
      await until('seated', () => who(name).line.state().seating?.seats[who(name).row.id] === about.table)
      await does(who(name), 'addAgreement', about)
      const stored = async () => (await house.store.documents.load(about.table, dialogue)).updates.length
      const before = await stored()
      const text = await textAt(who(name).visitor, about.table)
      writeAgreement(text.doc, { id: about.agreement, ...words })
      await until('stored', async () => (await stored()) > before)
      text.stop()
      return about
    },
    async answers(name, about, answer, reason = '') {
      const room = about.table
      const leader = leaderOf(name)
      await does(leader, 'beginConsent', { room, agreement: about.agreement })
      for (const step of ['react', 'read']) await does(leader, 'stepConsent', { room, step })
      await does(leader, 'askConsent', { room })
      await does(who(name), 'answerConsent', { room, answer, reason })
      await does(leader, 'openConsent', { room })
    },
    async close() {
      for (const { line } of Object.values(present)) await line.close()
    },
  }
}
