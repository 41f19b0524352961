import { setTimeout as pause } from 'node:timers/promises'
import { documentsDatabase } from '../support/documentsDb.ts'
import { openHall, type Cost, type Hall, type Kind } from './controlHalls.ts'
import type { Guest } from './controlPeople.ts'
import { inPostgres } from './database.ts'
import { row, takeTurns, type Row } from './pairs.ts'
import { percentile } from './score.ts'

const ROUNDS = 5
const WATCHERS = 12
const ACTORS = 60
const REST_MS = 2_000
const PACED = { perSecond: 20, ms: 1_200 }
const STORM_MS = 800
const SETTLE_MS = 300
/** The clients of the media library cost so much in one process that more of them would measure nothing else. */
const MOST_WITH_DATA = 20

interface Figures {
  p50: number
  p99: number
  perSecond: number
}
interface Measured {
  connecting: Cost
  opening: Cost | null
  rest: Cost
  rounds: Figures[]
}

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
  const halls = new Map<Kind, Hall>()
  try {
    for (const kind of kinds) {
      const count = kind === 'LiveKit data' ? Math.min(people, MOST_WITH_DATA) : people
      halls.set(kind, await openHall(kind, count, database))
    }
    const still = new Map<Kind, Pick<Measured, 'opening' | 'rest'>>()
    for (const [kind, hall] of halls) {
      const open = () => hall.guests[0]?.command('openPlenary', {}).then(() => pause(1_000)) ?? pause(0)
      const opening = kind === 'ours' ? await hall.cost(open) : null
      still.set(kind, { opening, rest: perSecond(await hall.cost(() => pause(REST_MS))) })
    }
    const works = Object.fromEntries([...halls].map(([kind, { guests }]) => [kind, () => acted(guests)]))
    const found: Record<string, Figures[]> = await takeTurns(ROUNDS, works)
    return Object.fromEntries(
      [...halls].map(([kind, { connecting }]) => [
        kind,
        { connecting, ...still.get(kind), rounds: found[kind] ?? [] },
      ]),
    )
  } finally {
    for (const hall of halls.values()) await hall.close()
  }
}

const perSecond = ({ bytes, messages, cpuMs }: Cost): Cost => {
  const each = (all: number) => (all / REST_MS) * 1_000
  return { bytes: each(bytes), messages: each(messages), cpuMs: each(cpuMs) }
}

async function acted(guests: readonly Guest[]): Promise<Figures> {
  // the first one leads, and raises no hand
  const actors = guests.slice(1, ACTORS + 1)
  const seen = await paced(guests, actors)
  return { ...seen, perSecond: await storm(actors) }
}

/** Twenty a second: from the press to everybody looked at having seen it. */
async function paced(
  guests: readonly Guest[],
  actors: readonly Guest[],
): Promise<Omit<Figures, 'perSecond'>> {
  const took: number[] = []
  const pressed = new Map<string, number>()
  const step = Math.max(1, Math.floor(guests.length / WATCHERS))
  for (const one of guests.filter((_, i) => i % step === 0))
    one.watch((whose) => {
      const at = pressed.get(whose)
      if (at !== undefined) took.push(performance.now() - at)
    })
  const answers: Promise<void>[] = []
  const begun = performance.now()
  for (let i = 0; performance.now() - begun < PACED.ms; i++) {
    const actor = actors[i % actors.length]
    if (actor) {
      pressed.set(actor.id, performance.now())
      answers.push(actor.act())
    }
    await pause(begun + ((i + 1) * 1_000) / PACED.perSecond - performance.now())
  }
  await Promise.all(answers)
  await pause(SETTLE_MS)
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99) }
}

/** Each of these gives one command after the other, below what one person may send in a second. */
async function storm(actors: readonly Guest[]): Promise<number> {
  const until = performance.now() + STORM_MS
  let done = 0
  const one = async (actor: Guest) => {
    while (performance.now() < until) {
      const next = pause(60)
      await actor.act()
      done++
      await next
    }
  }
  const begun = performance.now()
  await Promise.all(actors.map(one))
  return (done / (performance.now() - begun)) * 1_000
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
