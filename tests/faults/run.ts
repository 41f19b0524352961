import { parseArgs } from 'node:util'
import { inPostgres } from '../bench/database.ts'
import { chance } from '../support/typing.ts'
import type { Found, Row, RowInput } from './row.ts'
import { clockSet } from './rows/clock.ts'
import { database } from './rows/database.ts'
import { diskFull, powerLoss } from './rows/disk.ts'
import { fuzz } from './rows/fuzz.ts'
import { hang } from './rows/hang.ts'
import { kill } from './rows/kill.ts'
import { hintsLost, nodeWakes } from './rows/nodes.ts'
import { offline120, offline30, offline5 } from './rows/offline.ts'
import { sfuKilled } from './rows/sfu.ts'
import { slow } from './rows/slow.ts'
import { leaderGone, reload, splitting } from './rows/split.ts'
import { tabs } from './rows/tabs.ts'
import { damaged, replayed } from './rows/texts.ts'

/**
 * `npm run faults -- [--seed N] [--rounds M] [--only ROW] [--people N] [--nodes 2 --redis URL]`: real processes with roads
 * before them that can be bad, people with plain clients, and a checker of what was sent, answered and seen. The numbers
 * are those of the fault matrix; the same seed makes the same faults, as far as a machine does the same twice.
 */
const ROWS: Record<string, { name: string; row: Row; nodes?: number }> = {
  '1': { name: 'kill -9 under load', row: kill },
  '2': { name: 'the power goes', row: powerLoss },
  '3': { name: 'the app hangs 20 s', row: hang },
  '4': { name: 'the media server is killed', row: sfuKilled },
  '5': { name: 'the disk is full', row: diskFull },
  '6': { name: 'the database is away 30 s', row: database },
  '7': { name: 'offline 5 s', row: offline5 },
  '8': { name: 'offline 30 s', row: offline30 },
  '9': { name: 'offline 120 s', row: offline120 },
  '10': { name: 'two pages of one person', row: tabs },
  '11': { name: 'reload in a split', row: reload },
  '12': { name: 'a split while one of ten comes and goes', row: splitting },
  '13': { name: 'the organiser is gone', row: leaderGone },
  '14': { name: 'the clock is set', row: clockSet },
  '15': { name: 'hints are lost 60 s', row: hintsLost, nodes: 2 },
  '16': { name: 'a node wakes up late, and one is ended', row: nodeWakes, nodes: 2 },
  '17': { name: 'slow readers', row: slow },
  '18': { name: 'changes shuffled and doubled', row: replayed },
  '19': { name: 'damage in the database', row: damaged },
  fuzz: { name: 'nonsense on every line', row: fuzz },
}

/** What this harness cannot do by itself, and what stands in for it. */
const LEFT_OUT: Record<string, string> = {
  '20': 'a muted person who reconnects: tests/e2e/muted.test.ts does it in real browsers.',
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    people: { type: 'string', default: '60' },
    nodes: { type: 'string', default: '1' },
    redis: { type: 'string' },
    only: { type: 'string' },
  },
})

const asked = values.only?.split(',') ?? Object.keys(ROWS)
const strange = asked.filter((row) => !ROWS[row] && !LEFT_OUT[row])
if (strange.length > 0) {
  console.error(`Which row? One of: ${Object.keys(ROWS).join(', ')}`)
  process.exit(2)
}

async function one(row: string, input: Omit<RowInput, 'postgres'>): Promise<Found[]> {
  const { row: run, nodes = 1 } = ROWS[row] ?? {}
  if (!run) return []
  if (nodes > input.nodes)
    return [{ what: 'left out', target: '-', measured: `needs --nodes ${nodes} and --redis`, met: true }]
  const failed = (error: unknown): Found[] => [
    { what: 'could not be finished', target: '-', measured: String(error), met: false },
  ]
  return inPostgres((postgres) => run({ ...input, postgres })).catch(failed)
}

// the text that each of them has open listens for the end of this process
process.setMaxListeners(0)
const seed = Number(values.seed)
console.log(`seed ${seed}, ${values.people} people, ${values.nodes} node(s)\n`)
console.log('| Row | Fault | What | Target | Measured | Met |\n|---|---|---|---|---|---|')
let met = true
for (const row of asked) {
  const why = LEFT_OUT[row]
  if (why) console.log(`| ${row} | left out | ${why} | - | - | - |`)
  const found = await one(row, {
    chance: chance(seed + 1),
    rounds: Number(values.rounds),
    people: Number(values.people),
    nodes: Number(values.nodes),
    redis: values.redis,
    tell: (line) => console.error(`row ${row}: ${line}`),
  })
  for (const { what, target, measured, met: good } of found) {
    met &&= good
    console.log(
      `| ${row} | ${ROWS[row]?.name} | ${what} | ${target} | ${measured} | ${good ? 'yes' : 'no'} |`,
    )
  }
}
if (!values.only)
  for (const [row, why] of Object.entries(LEFT_OUT)) console.log(`| ${row} | left out | ${why} | - | - | - |`)
process.exit(met ? 0 : 1)
