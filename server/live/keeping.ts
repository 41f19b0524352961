import type { Command } from '../../shared/dialogue/commands.ts'
import type { Agreement, KeptFor } from '../../shared/dialogue/agreements/agreement.ts'
import { isOpen } from '../../shared/dialogue/agreements/agreements.ts'
import type { RecordedEvent, StoredType } from '../../shared/dialogue/events.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { atTables } from '../../shared/dialogue/places.ts'
import type { Step } from './viewers.ts'

type Moment = Exclude<KeptFor, 'presented'>

/** A version is kept by itself when the tables come back and when the session ends. */
const MOMENTS: Readonly<Record<string, Moment>> = {
  RecallFinished: 'recalled',
  SessionEnded: 'ended',
}
const momentOf = ({ event }: RecordedEvent): Moment | undefined => MOMENTS[event.type]

const keep = (agreements: readonly Agreement[], keptFor: Moment): Command[] =>
  agreements.map(({ id, table }) => ({ type: 'keepVersion', payload: { table, agreement: id, keptFor } }))

const openIn = ({ agreements }: SessionState): Agreement[] => Object.values(agreements).filter(isOpen)

export const versionsToKeep = (steps: readonly Step[], state: SessionState): Command[] => {
  const keptFor = steps.flatMap(({ recorded }) => momentOf(recorded) ?? [])[0]
  return keptFor ? keep(openIn(state), keptFor) : []
}

/** Of the log: which moments there were, and what was kept. */
const KEEPING: readonly StoredType[] = ['RecallFinished', 'SessionEnded', 'VersionKept']

/**
 * What was not kept at the last of these moments, for nobody led the session then or whoever did ended just after it. Until people are at the
 * tables again their words stand as they stood; those of which there is a version already are not kept twice.
 */
export async function versionsOwed(
  read: (types: readonly StoredType[]) => Promise<readonly RecordedEvent[]>,
  state: SessionState,
): Promise<Command[]> {
  const open = atTables(state.phase) ? [] : openIn(state)
  if (open.length === 0) return []
  const log = await read(KEEPING)
  const last = log.findLastIndex((line) => momentOf(line) !== undefined)
  const keptFor = log[last] && momentOf(log[last])
  if (!keptFor) return []
  const since = log
    .slice(last)
    .flatMap(({ event }) => (event.type === 'VersionKept' ? [event.agreement] : []))
  return keep(
    open.filter(({ id }) => !since.includes(id)),
    keptFor,
  )
}
