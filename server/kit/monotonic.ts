/** CLOCK_MONOTONIC in milliseconds: the same in every process of this machine, and never set. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
