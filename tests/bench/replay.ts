import { createHistory } from '../../server/live/history.ts'
import { createMeter } from '../../server/live/meter.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SpeechStore } from '../../server/store/store.ts'
import { evening } from './evening.ts'
import { row, takeTurns, type Row } from './pairs.ts'

const SIZES = [10_000, 50_000] as const
const ROUNDS = 5
const MOST_MS = 500

const nothingSaid: SpeechStore = {
  read: async () => ({ intervals: [], mutes: [], gaps: [] }),
  add: async () => true,
  addGaps: async () => true,
  addMutes: async () => true,
}

/** What opening a session does with its log: fold it, and mark whose time counted when. */
async function replayed(log: readonly RecordedEvent[]): Promise<number> {
  const history = createHistory()
  const meter = createMeter('ses', nothingSaid, () => undefined)
  const begun = performance.now()
  for (const step of history.add(log)) meter.observe(step)
  const ms = performance.now() - begun
  await meter.close()
  return ms
}

/** A log of an evening that went on and on. */
export async function replay(): Promise<Row[]> {
  const [few, many] = SIZES
  const log = evening({ events: many })
  const found = await takeTurns(ROUNDS, {
    few: () => replayed(log.slice(0, few)),
    many: () => replayed(log.slice(0, many)),
  })
  return [
    row({ figure: `replay of ${few} events`, unit: 'ms', ours: found.few }),
    row({
      figure: `replay of ${many} events`,
      unit: 'ms',
      ours: found.many,
      target: `< ${MOST_MS}`,
      meets: ({ ours }) => ours < MOST_MS,
    }),
    row({
      figure: `time per event at ${many}, beside at ${few}`,
      unit: 'µs',
      ours: found.many.map((ms) => (ms / many) * 1_000),
      peer: `at ${few}`,
      theirs: found.few.map((ms) => (ms / few) * 1_000),
      target: '<= 1.3 of it',
      meets: ({ ratio }) => ratio <= 1.3,
    }),
  ]
}
