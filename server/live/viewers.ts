import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import { partsChanged } from '../../shared/dialogue/parts.ts'
import { project, redact, scopeChanged } from '../../shared/dialogue/project.ts'
import type { ServerFrame } from '../../shared/protocol.ts'

/** One open device of a person. */
export interface Viewer {
  person: PersonId
  /** Number of the last event this device knows; kept by whoever sends to it. */
  seq: number
  send(frame: ServerFrame): void
  close(code: number): void
}

/** One event with the states around it. */
export interface Step {
  recorded: RecordedEvent
  before: SessionState
  after: SessionState
}

/**
 * What a batch of steps becomes for one viewer: redacted events, or what is different when a step changed what they may see.
 * Nothing that was decided for their old scope is sent beside that.
 */
function framesFor(steps: readonly Step[], viewer: PersonId): ServerFrame[] {
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return []
  if (steps.some((step) => scopeChanged(step.before, step.after, viewer))) {
    return [
      { kind: 'changed', parts: partsChanged(project(first.before, viewer), project(last.after, viewer)) },
    ]
  }
  return steps.map(({ recorded, before, after }) => ({
    kind: 'event',
    recorded: redact(recorded, before, after, viewer),
  }))
}

/** Send each viewer what it does not know yet. */
export function broadcast(viewers: Iterable<Viewer>, steps: readonly Step[]): void {
  const last = steps.at(-1)?.recorded.seq
  if (last === undefined) return
  const made = new Map<string, ServerFrame[]>()
  for (const viewer of viewers) {
    if (viewer.seq >= last) continue
    const missing = steps.filter((step) => step.recorded.seq > viewer.seq)
    const key = `${viewer.person} ${viewer.seq}`
    const frames = made.get(key) ?? framesFor(missing, viewer.person)
    made.set(key, frames)
    viewer.seq = last
    for (const frame of frames) viewer.send(frame)
  }
}
