import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second. */
const TICK_MS = 10

/** What the kernel tells of a process behind its name, which may hold spaces; nothing of one that has ended. */
function told(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  } catch {
    return []
  }
}

/** The 12th to the 15th are the time in the program and in the kernel, and the same of children that have ended. */
const spent = (one: readonly string[], to: 13 | 15): number =>
  one.slice(11, to).reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0)

/** Processor time of a process so far, ms. */
export const processorMs = (pid: number): number => spent(told(pid), 13)

/** A process and those it began. */
export const familyOf = (pid: number): number[] => [
  pid,
  ...readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(told(name)[1]) === pid)
    .map(Number),
]

/** Processor time of all of these so far, and of those that have ended, ms. */
export const familyMs = (pid: number): number =>
  familyOf(pid).reduce((sum, one) => sum + spent(told(one), one === pid ? 15 : 13), 0)
