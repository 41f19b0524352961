import { itemNow } from './agenda.ts'
import type { DialogueEvent } from './events.ts'
import type { Nudge, SessionState } from './model.ts'
import type { Settings } from './settings.ts'

/** What the organiser chose holds from now on; what was set otherwise stays. */
export const nudgesSet = (
  settings: Settings,
  { on, silentMs, overMs, talkMs }: Extract<DialogueEvent, { type: 'NudgesSet' }>,
): Settings => ({
  ...settings,
  nudgesOn: on,
  nudgeSilentMs: silentMs,
  nudgeOverMs: overMs,
  nudgeTalkMs: talkMs,
})

/** The nudges after one was given or answered. */
export function applyNudge(
  state: SessionState,
  event: Extract<DialogueEvent, { type: 'Nudged' | 'NudgeAnswered' }>,
  at: number,
): SessionState {
  const before = state.nudges[event.person]
  const quiet = before?.quiet ?? { silent: null, long: null }
  if (event.type === 'Nudged') {
    const nudge: Nudge = { why: event.why, at, turn: event.turn, answer: null, quiet }
    return { ...state, nudges: { ...state.nudges, [event.person]: nudge } }
  }
  if (!before) return state
  const stop = event.answer === 'listen' || event.answer === 'enough'
  const wishes = stop ? { ...quiet, [before.why]: itemNow(state.agenda) } : quiet
  const answered: Nudge = { ...before, answer: event.answer, quiet: wishes }
  return { ...state, nudges: { ...state.nudges, [event.person]: answered } }
}
