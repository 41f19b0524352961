const EVERY_UPDATES = 200
const EVERY_MS = 30_000

export interface Snapshots {
  /** The text has gone on. */
  advanced(): void
  /** Writes one when there is something new; resolves also when that failed. */
  write(): Promise<void>
  stop(): void
}

export interface SnapshotsInput {
  /** Number of the last update in the text now, and in the snapshot it was opened from. */
  seq(): number
  from: number
  store(seq: number): Promise<void>
  failed(error: unknown): void
}

/** When a snapshot is due. An optimisation: when it fails, the log still holds everything. */
export function createSnapshots({ seq, from, store, failed }: SnapshotsInput): Snapshots {
  let last = from
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const unset = () => {
    if (timer) clearTimeout(timer)
    timer = null
  }

  const write = async () => {
    unset()
    if (seq() === last || stopped) return
    const before = last
    last = seq()
    try {
      await store(last)
    } catch (error) {
      last = before
      failed(error)
    }
  }

  return {
    advanced: () => {
      if (seq() - last >= EVERY_UPDATES) void write()
      else if (seq() > last) timer ??= setTimeout(() => void write(), EVERY_MS).unref()
    },
    write,
    stop: () => {
      stopped = true
      unset()
    },
  }
}
