import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Product } from '../support/product.ts'

export const PARTS = ['node', 'voices', 'listener', 'sfu'] as const
export type Part = (typeof PARTS)[number]

/** What the parts of the product hold in memory, MB, so many minutes after the beginning. */
export interface Sample extends Record<Part, number> {
  minute: number
}

export interface Growth {
  part: Part
  first: number
  last: number
  /** MB per minute, the line of least squares. */
  slope: number
}

interface Running {
  pid: number
  parent: number
  mb: number
  command: string
}

/** During a hand-over there are two listeners: both are counted. A part that is being started again counts nothing. */
export function sampleOf(product: Product, minute: number): Sample {
  const run = JSON.parse(readFileSync(join(product.data, 'run.json'), 'utf8')) as Record<
    string,
    { pid: number } | undefined
  >
  const all = running()
  const of = (part: string) => all.find(({ pid }) => pid === run[part]?.pid)?.mb ?? 0
  const listeners = all.filter(
    ({ parent, command }) => parent === run['server']?.pid && command.includes('listener.ts'),
  )
  return {
    minute,
    node: of('server'),
    voices: of('voices'),
    listener: listeners.reduce((sum, { mb }) => sum + mb, 0),
    sfu: of('sfu'),
  }
}

function running(): Running[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line)
    if (!found) return []
    const [, pid, parent, kb, command = ''] = found
    return [{ pid: Number(pid), parent: Number(parent), mb: Number(kb) / 1024, command }]
  })
}

/** Over the last two thirds: in the first everything is still being loaded and warmed up. */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const lasting = samples.slice(Math.floor(samples.length / 3))
  return PARTS.map((part) => ({
    part,
    first: lasting[0]?.[part] ?? 0,
    last: lasting.at(-1)?.[part] ?? 0,
    slope: slope(lasting.map((one): [number, number] => [one.minute, one[part]])),
  }))
}

function slope(points: readonly [number, number][]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = mean(points.map(([x]) => x))
  const height = mean(points.map(([, y]) => y))
  const spread = points.reduce((sum, [x]) => sum + (x - middle) ** 2, 0)
  return points.reduce((sum, [x, y]) => sum + (x - middle) * (y - height), 0) / spread
}
