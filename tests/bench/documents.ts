import { freshTable } from '../support/documents.ts'
import { titleOf } from '../../shared/agreement/document.ts'
import { inPostgres } from './database.ts'
import { hocuspocus, ours, yWebsocket, type Seat, type TextServer } from './documentsServers.ts'
import { opening } from './documentsOpening.ts'
import { row, takeTurns, type Row } from './pairs.ts'
import { percentile } from './score.ts'

/**
 * Writing at a table of eight: our server, which stores before it shows, beside two that keep their text in memory and store nothing.
 * All are there at once, and each is asked in turn.
 */
const WRITERS = 8
const ROUNDS = 5
const EDITS = 60
const BURST = 40

interface Figures {
  p50: number
  p95: number
  perSecond: number
}

const line = ({ doc }: Seat) => titleOf(doc, 'agr_1')

const allSee = (seats: readonly Seat[], length: number) =>
  Promise.all(
    seats.map(
      (seat) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (line(seat).length !== length) return
            seat.doc.off('update', look)
            resolve()
          }
          seat.doc.on('update', look)
          look()
        }),
    ),
  )

/** One types, and the slowest of the others is waited for, letter by letter. */
async function oneTypes(seats: readonly Seat[]): Promise<number[]> {
  const [writer] = seats
  if (!writer) throw new Error('nobody at the table')
  const took: number[] = []
  for (let edit = 0; edit < EDITS; edit++) {
    const begun = performance.now()
    line(writer).insert(edit, 'a')
    await allSee(seats, edit + 1)
    took.push(performance.now() - begun)
  }
  return took
}

/** All type at once, as fast as they can, until everybody has everything. */
async function allType(seats: readonly Seat[]): Promise<void> {
  for (let edit = 0; edit < BURST; edit++) {
    for (const seat of seats) line(seat).insert(line(seat).length, 'b')
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  await allSee(seats, EDITS + BURST * seats.length)
}

/** The next round begins with an empty line: one is not endless. */
async function wipe(seats: readonly Seat[]): Promise<void> {
  const [writer] = seats
  if (writer) line(writer).delete(0, line(writer).length)
  await allSee(seats, 0)
}

async function measured(tables: readonly Seat[][]): Promise<Figures> {
  const took = (await Promise.all(tables.map(oneTypes))).flat()
  const begun = performance.now()
  await Promise.all(tables.map(allType))
  const seconds = (performance.now() - begun) / 1_000
  await Promise.all(tables.map(wipe))
  return {
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    perSecond: (BURST * WRITERS * tables.length) / seconds,
  }
}

async function seated(server: TextServer, tables: number): Promise<Seat[][]> {
  const all: Seat[][] = []
  for (let table = 0; table < tables; table++) {
    const name = freshTable()
    const seats = Array.from({ length: WRITERS }, (_, i) => server.open(name, `per_${table}_${i}`))
    all.push(await Promise.all(seats))
  }
  return all
}

async function atTables(tables: number, database: string, most: number): Promise<Row[]> {
  const servers = {
    ours: await ours(database),
    hocuspocus: await hocuspocus(),
    yWebsocket: await yWebsocket(),
  }
  const seats = {
    ours: await seated(servers.ours, tables),
    hocuspocus: await seated(servers.hocuspocus, tables),
    yWebsocket: await seated(servers.yWebsocket, tables),
  }
  try {
    const found = await takeTurns(ROUNDS, {
      ours: () => measured(seats.ours),
      hocuspocus: () => measured(seats.hocuspocus),
      yWebsocket: () => measured(seats.yWebsocket),
    })
    const title = `${tables} x ${WRITERS}`
    const peers = [
      ['Hocuspocus', found.hocuspocus],
      ['@y/websocket-server', found.yWebsocket],
    ] as const
    return peers.flatMap(([peer, theirs]) => {
      const beside = (figure: string, unit: string, key: keyof Figures) => ({
        figure: `${title}: ${figure}`,
        unit,
        ours: found.ours.map((one) => one[key]),
        peer,
        theirs: theirs.map((one) => one[key]),
      })
      return [
        row(beside('edit to the slowest peer, p50', 'ms', 'p50')),
        row({
          ...beside('edit to the slowest peer, p95', 'ms', 'p95'),
          target: `<= ${most} of it`,
          meets: ({ ratio }) => ratio <= most,
        }),
        row(beside('all at once', 'edits/s', 'perSecond')),
      ]
    })
  } finally {
    for (const seat of Object.values(seats).flat(2)) seat.stop()
    for (const server of Object.values(servers)) await server.stop()
  }
}

/** From an edit to its being stored and seen, and how long a text of ten thousand edits takes to open. */
export const documents = (): Promise<Row[]> =>
  inPostgres(async (database) => [
    ...(await atTables(1, database, 1.2)),
    ...(await atTables(8, database, 1.2)),
    ...(await opening(database)),
  ])
