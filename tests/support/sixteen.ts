import { expect } from 'vitest'
import type { CommandType } from '../../shared/dialogue/commands.ts'
import type { PersonId, TableId } from '../../shared/dialogue/model.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { openLine, type Line } from './line.ts'
import type { Product } from './product.ts'
import { redeem, type Visitor } from './visitor.ts'

/** Somebody without a screen. */
export interface Seat {
  visitor: Visitor
  line: Line
}

/** Everybody of the demonstration: some are left to browsers, the others are lines, over as many sessions as there are. */
export interface Sixteen {
  organiser: Seat
  who(person: PersonId): Seat
  leaderOf(table: TableId): Seat
  /** Participants without a line, spread over the tables. */
  inBrowsers: LinkRow[]
  names: LinkRow[]
  /** A command that is carried out. */
  does(seat: Seat, type: CommandType, payload: object): Promise<void>
  /** All agreements as the organiser reads them now. */
  exported(): Promise<string>
  /** The council's text, as a file; the status of the answer. */
  records(bytes: Buffer, name: string): Promise<number>
  /** Plans a further session, seats everybody as before and opens the lines anew. */
  nextSession(): Promise<void>
  close(): Promise<void>
}

const WHEN = { date: '2030-01-08', from: '19:30', to: '21:30' }

async function sit({ url }: Pick<LinkRow, 'url'>): Promise<Seat> {
  const visitor = await redeem(url)
  const line = openLine(visitor)
  await line.next('welcome')
  return { visitor, line }
}

export async function openSixteen(product: Product, browsers: number): Promise<Sixteen> {
  const rows = await product.everybody()
  const participants = rows.filter(({ role }) => role === 'participant')
  const organiserRow = rows.find(({ role }) => role === 'organiser')
  if (!organiserRow) throw new Error('the demonstration has no organiser')
  let organiser = await sit(organiserRow)
  const { plan, tableOrder } = organiser.line.state()
  // one at each table, as far as they go
  const inBrowsers = tableOrder
    .flatMap((table) => participants.filter(({ person }) => plan?.seats[person] === table).slice(0, 1))
    .slice(0, browsers)
  const withLine = rows.filter(
    (row) => row.role === 'facilitator' || (row.role === 'participant' && !inBrowsers.includes(row)),
  )
  const seats = new Map<PersonId, Seat>()
  const sitAll = async () => {
    for (const row of withLine) seats.set(row.person, await sit(row))
  }
  const close = async () => {
    for (const { line } of [organiser, ...seats.values()]) await line.close()
  }
  await sitAll()

  const who = (person: PersonId): Seat => {
    const found = seats.get(person)
    if (!found) throw new Error(`${person} has no line`)
    return found
  }
  return {
    get organiser() {
      return organiser
    },
    who,
    leaderOf: (table) => who(organiser.line.state().tables[table]?.facilitators[0] ?? ''),
    inBrowsers,
    names: rows,
    async does({ line }, type, payload) {
      expect([type, await line.command(type, payload)]).toEqual([type, { ok: true }])
    },
    exported: () => organiser.visitor.text('api/export.md'),
    async records(bytes, name) {
      const { home, cookie } = organiser.visitor
      const sent = await fetch(new URL(`api/council?name=${name}`, home), {
        method: 'POST',
        headers: { cookie, origin: new URL(home).origin, 'content-type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      })
      return sent.status
    },
    async nextSession() {
      const { seating, history } = organiser.line.state()
      const version = (seating ?? history.at(-1))?.version
      const planned = await organiser.visitor.send('POST', 'api/session', WHEN)
      expect(planned.status).toBe(201)
      await close()
      organiser = await sit(organiserRow)
      await sitAll()
      if (version !== undefined)
        expect(await organiser.line.command('repeatSeating', { version })).toEqual({ ok: true })
    },
    close,
  }
}
