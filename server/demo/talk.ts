import type { SpeechInterval } from '../store/store.ts'
import type { Scene } from './scene.ts'

/** Who spoke how long at a time, over and over, in seconds: some more than others. */
const SECONDS = [48, 25, 62, 31, 18, 40, 55]
const PAUSE_MS = 4_000

/** What was said at the tables, as it would have been measured: one after the other, until the recall. */
export function talkOf({ steps, tables, peopleAt }: Scene): Omit<SpeechInterval, 'session'>[] {
  const momentOf = (type: string) =>
    steps.find(({ events }) => events.some((event) => event.type === type))?.at
  const from = momentOf('TablesStarted')
  const until = momentOf('RecallFinished')
  if (from === undefined || until === undefined) return []
  return tables.flatMap((room, at) => {
    const people = peopleAt(room)
    const spoken: Omit<SpeechInterval, 'session'>[] = []
    let startMs = from + PAUSE_MS * (at + 1)
    for (let turn = at; startMs < until; turn++) {
      const endMs = startMs + (SECONDS[turn % SECONDS.length] ?? 30) * 1000
      const person = people[turn % people.length]
      if (person !== undefined && endMs < until) spoken.push({ room, person, startMs, endMs })
      startMs = endMs + PAUSE_MS
    }
    return spoken
  })
}
