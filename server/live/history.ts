import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import { project, redact, scopeChanged } from '../../shared/dialogue/project.ts'
import type { Step } from './viewers.ts'

/** So many steps back a device can catch up event by event; further back it gets the whole state. */
const KEPT = 500

/** The folded log, with the last steps at hand for whoever comes back. */
export interface History {
  state(): SessionState
  /** Fold these on; they follow on what is there without a gap, or this throws. */
  add(recorded: readonly RecordedEvent[]): Step[]
  resume(viewer: PersonId, lastSeq: number): { snapshot: SessionState | null; tail: RecordedEvent[] }
}

export function createHistory(): History {
  let state = emptySession
  let steps: Step[] = []

  const step = (recorded: RecordedEvent): Step => {
    if (recorded.seq !== state.seq + 1) {
      throw new Error(`event ${recorded.seq} does not follow on ${state.seq}`)
    }
    const before = state
    state = apply(before, recorded)
    return { recorded, before, after: state }
  }

  return {
    state: () => state,
    add(recorded) {
      const added = recorded.map(step)
      steps = [...steps, ...added].slice(-KEPT)
      return added
    },
    resume(viewer, lastSeq) {
      const missing = steps.filter(({ recorded }) => recorded.seq > lastSeq)
      const whole = lastSeq > state.seq || missing.length !== state.seq - lastSeq
      const moved = missing.some(({ before, after }) => scopeChanged(before, after, viewer))
      if (lastSeq === 0 || whole || moved) return { snapshot: project(state, viewer), tail: [] }
      const tail = missing.map(({ recorded, before, after }) => redact(recorded, before, after, viewer))
      return { snapshot: null, tail }
    },
  }
}
