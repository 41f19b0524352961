import { readFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Row, Spread } from './pairs.ts'

/** How busy the machine was: figures of a busy one are worth their ratios only. */
export interface Machine {
  cores: number
  node: string
  /** Of all cores, before anything of ours ran, percent. */
  busyBefore: number
  /** Processes that wanted to run, on average over a minute. */
  loadBefore: number
  loadAfter: number
}

export interface Report {
  bench: string
  machine: Machine
  seconds: number
  rows: Row[]
}

const LOOK_MS = 1_000

/** Ticks that all cores together were at work, and in all. */
function ticks(): [busy: number, all: number] {
  const [, ...spent] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '')
    .trim()
    .split(/\s+/)
    .map(Number)
  const all = spent.slice(0, 8).reduce((sum, one) => sum + one, 0)
  return [all - (spent[3] ?? 0) - (spent[4] ?? 0), all]
}

const load = () => Math.round((loadavg()[0] ?? 0) * 100) / 100

/** Does the work, and tells beside its rows how busy the machine was. */
export async function reported(bench: string, work: () => Promise<Row[]>): Promise<Report> {
  const [busy, all] = ticks()
  await pause(LOOK_MS)
  const [busyNow, allNow] = ticks()
  const busyBefore = Math.round(((busyNow - busy) / Math.max(1, allNow - all)) * 100)
  const loadBefore = load()
  const begun = performance.now()
  const rows = await work()
  const seconds = Math.round((performance.now() - begun) / 1_000)
  const machine = { cores: cpus().length, node: process.version, busyBefore, loadBefore, loadAfter: load() }
  return { bench, machine, seconds, rows }
}

const HEAD = [
  '| Figure | Unit | Ours | Peer | Theirs | Ours / theirs | Target | Met |',
  '|---|---|---|---|---|---|---|---|',
]
const range = (one: Spread | null) =>
  one ? (one.n === 1 ? `${one.median}` : `${one.median} (${one.min} to ${one.max})`) : '-'
const verdict = (met: boolean | null) => (met === null ? '-' : met ? 'yes' : 'no')

/** Medians, and between brackets the least and the most. */
export function markdown({ bench, machine, seconds, rows }: Report): string {
  const { cores, node, busyBefore, loadBefore, loadAfter } = machine
  return [
    `## ${bench}`,
    '',
    `${cores} cores, Node ${node}; ${busyBefore} % busy with other work beforehand, load ${loadBefore} before and ${loadAfter} after; ${seconds} s.`,
    '',
    ...HEAD,
    ...rows.map(
      ({ figure, unit, ours, peer, theirs, ratio, target, met }) =>
        `| ${[figure, unit, range(ours), peer ?? '-', range(theirs), range(ratio), target ?? '-', verdict(met)].join(' | ')} |`,
    ),
    '',
  ].join('\n')
}
