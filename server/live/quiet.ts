import type { Phase } from '../../shared/dialogue/model.ts'
import type { LiveSession } from './session.ts'

/** How long a session stays open after it was of use to somebody. */
export interface Patience {
  /** So often it is looked at. */
  everyMs: number
  lobbyMs: number
  underWayMs: number
  endedMs: number
}

/** With a session that is under way its measurement would end, and that is told as a gap (S8): a break in which everybody goes away is no reason. */
export const PATIENCE: Patience = {
  everyMs: 5_000,
  lobbyMs: 60_000,
  underWayMs: 30 * 60_000,
  endedMs: 10_000,
}

type Watched = Pick<LiveSession, 'state' | 'inUse'>

/** Which sessions nobody needs any more: nobody is there, nothing is due, and so for a while. */
export interface Quiet {
  /** Somebody asked for this session: it is waited for anew. */
  asked(session: Watched): void
  /** Asked again and again; true once it was quiet for long enough. */
  over(session: Watched): boolean
}

export function createQuiet(patience: Patience, now: () => number): Quiet {
  const since = new WeakMap<Watched, number>()
  const waitFor = ({ name }: Phase): number => {
    if (name === 'lobby') return patience.lobbyMs
    return name === 'ended' ? patience.endedMs : patience.underWayMs
  }
  return {
    asked: (session) => void since.delete(session),
    over(session) {
      if (session.inUse()) {
        since.delete(session)
        return false
      }
      const from = since.get(session) ?? now()
      since.set(session, from)
      return now() - from >= waitFor(session.state().phase)
    },
  }
}
