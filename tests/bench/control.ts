import { documentsDatabase } from '../support/documentsDb.ts'
import { inHalls, type Kind } from './controlHalls.ts'
import { ACTORS, measureHalls, type Figures, type Measured } from './controlMeasured.ts'
import { inPostgres } from './database.ts'
import { row, type Row } from './pairs.ts'

/** The clients of the media library cost so much in one process that more of them would measure nothing else. */
const MOST_WITH_DATA = 20

/** The control channel with everybody in the plenary, beside servers that store nothing and check nothing. All stand at once, and are asked in turn. */
export const control = (sizes: readonly number[]): Promise<Row[]> =>
  inPostgres(async (postgres) => {
    const rows: Row[] = []
    for (const people of sizes) {
      const database = await documentsDatabase(postgres)
      rows.push(...rowsOf(people, await measure(people, database.url)))
      await database.close()
    }
    return rows
  })

async function measure(people: number, database: string): Promise<Partial<Record<Kind, Measured>>> {
  const kinds: Kind[] = ['ours', 'bare', 'socket.io', ...(people <= ACTORS ? ['LiveKit data' as const] : [])]
  const inputs = kinds.map((kind) => {
    const count = kind === 'LiveKit data' ? Math.min(people, MOST_WITH_DATA) : people
    return [kind, { kind, people: count, database }] as const
  })
  return Object.fromEntries(await inHalls(inputs, (halls) => measureHalls(halls)))
}

function rowsOf(people: number, all: Partial<Record<Kind, Measured>>): Row[] {
  const { ours } = all
  if (!ours) return []
  const named = (figure: string) => `${people} people: ${figure}`
  const peers = Object.entries(all).filter(([kind]) => kind !== 'ours')
  const each = (key: keyof Figures) => ours.rounds.map((one) => one[key])
  const beside = peers.flatMap(([kind, { rounds, rest, connecting }]) => {
    const peer = kind === 'LiveKit data' ? `${kind}, ${Math.min(people, MOST_WITH_DATA)} people` : kind
    const of = (key: keyof Figures) => ({ peer, ours: each(key), theirs: rounds.map((one) => one[key]) })
    return [
      row({ figure: named('press to seen, p50'), unit: 'ms', ...of('p50') }),
      row({
        figure: named('press to seen, p99'),
        unit: 'ms',
        ...of('p99'),
        target: '< 50 ms',
        meets: (medians) => medians.ours < 50,
      }),
      row({
        figure: named('commands a second'),
        unit: '/s',
        ...of('perSecond'),
        ...(peer === 'bare' && { target: '>= 0.5 of it', meets: ({ ratio }) => ratio >= 0.5 }),
      }),
      row({
        figure: named('connecting, processor each'),
        unit: 'ms',
        ours: [ours.connecting.cpuMs],
        peer,
        theirs: [connecting.cpuMs],
      }),
      row({
        figure: named('at rest, processor each a second'),
        unit: 'ms',
        ours: [ours.rest.cpuMs],
        peer,
        theirs: [rest.cpuMs],
      }),
    ]
  })
  const alone = (figure: string, unit: string, value: number) =>
    row({ figure: named(figure), unit, ours: [value] })
  return [
    ...beside,
    alone('connecting, each', 'kB', ours.connecting.bytes / 1_000),
    alone('connecting, each', 'messages', ours.connecting.messages),
    alone('opening the plenary, each', 'bytes', ours.opening?.bytes ?? NaN),
    alone('at rest, each a second', 'bytes', ours.rest.bytes),
  ]
}
