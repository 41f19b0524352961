import { mergeIntervals, type Interval } from '../../shared/dialogue/time/intervals.ts'
import { turnsIn, type Marks } from '../../shared/dialogue/time/marks.ts'
import type { Talk } from '../../shared/dialogue/time/nudges.ts'
import type { PersonId, RoomId } from '../../shared/dialogue/model.ts'

/** Parts of one stretch come one after the other; the clocks may differ by a moment. */
const JOIN_MS = 20
/** Somebody who pauses no longer than this still holds the talk (S6). */
const BREATH_MS = 4_000

/** Stretches of speech. */
export type Measured = Record<RoomId, Record<PersonId, Interval[]>>

export function addStretch(measured: Measured, room: RoomId, person: PersonId, stretch: Interval): void {
  const people = (measured[room] ??= {})
  people[person] = extend(people[person] ?? [], stretch)
}

/** What was stored, in the order of time; part of it may be known. */
export function addStored(
  measured: Measured,
  stored: readonly (Interval & { room: RoomId; person: PersonId })[],
): void {
  const read: Measured = {}
  for (const { room, person, startMs, endMs } of stored) addStretch(read, room, person, { startMs, endMs })
  for (const [room, people] of Object.entries(read)) {
    const known = (measured[room] ??= {})
    for (const [person, stretches] of Object.entries(people))
      known[person] = mergeIntervals([...(known[person] ?? []), ...stretches], JOIN_MS)
  }
}

/** Nearly always it is the newest, or goes on where the last one ended. */
function extend(stretches: Interval[], { startMs, endMs }: Interval): Interval[] {
  const last = stretches.at(-1)
  if (last && startMs < last.startMs) return mergeIntervals([...stretches, { startMs, endMs }], JOIN_MS)
  if (!last || startMs - last.endMs > JOIN_MS) stretches.push({ startMs, endMs })
  else last.endMs = Math.max(last.endMs, endMs)
  return stretches
}

/** Who spoke when last, and who talks on and on; a turn counts as speaking, typed or by telephone too. */
export function heardLately(
  measured: Measured,
  marks: Marks,
  now: number,
): Pick<Talk, 'lastSpoke' | 'talkingSince'> {
  const lastSpoke: Record<PersonId, number> = {}
  const talkingSince: Record<PersonId, number> = {}
  const heard = (person: PersonId, atMs: number) =>
    (lastSpoke[person] = Math.max(lastSpoke[person] ?? 0, Math.min(atMs, now)))
  for (const people of Object.values(measured)) {
    for (const [person, stretches] of Object.entries(people)) {
      const last = stretches.at(-1)
      if (!last) continue
      heard(person, last.endMs)
      if (now - last.endMs <= BREATH_MS) talkingSince[person] = sinceWhen(stretches)
    }
  }
  for (const { person, stretches } of turnsIn(marks)) {
    const last = stretches.at(-1)
    if (last) heard(person, last.endMs)
  }
  return { lastSpoke, talkingSince }
}

/** Back from the last stretch to the last pause worth the name. */
function sinceWhen(stretches: readonly Interval[]): number {
  let since = stretches.at(-1)?.startMs ?? 0
  for (const { startMs, endMs } of stretches.toReversed().slice(1)) {
    if (since - endMs > BREATH_MS) break
    since = startMs
  }
  return since
}
