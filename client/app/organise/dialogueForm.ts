import { onClock } from '../../../shared/dialogue/session/moment.ts'
import { meetingOf, type MeetingFault } from '../../../shared/dialogue/session/meeting.ts'
import type { DialogueForm, WhenForm } from './api.ts'

/** How long a meeting takes unless one says otherwise. */
const USUAL_MS = 2 * 3_600_000

/** The form as it is first shown; times are those of the municipality's clock, as the server reads them. */
export function formFrom(title: string, startsAt: number | null, endsAt: number | null = null): DialogueForm {
  if (startsAt === null) return { title, date: '', from: '19:30', to: '21:30' }
  const start = onTheClock(startsAt)
  return { title, date: start.date, from: start.time, to: onTheClock(endsAt ?? startsAt + USUAL_MS).time }
}

/** Swedish writes a moment as the form's fields want it: 2026-12-08 19:30. */
const written = onClock('sv-SE', { dateStyle: 'short', timeStyle: 'short' })

/** On the municipality's clock. */
export function onTheClock(at: number): { date: string; time: string } {
  const [date = '', time = ''] = written.format(at).split(' ')
  return { date, time }
}

/** Why this cannot be kept as it is; null when it can. */
export const faultIn = ({ title, ...when }: DialogueForm): MeetingFault | null =>
  title.trim() === '' ? 'missing' : faultInWhen(when)

export function faultInWhen(when: WhenForm): MeetingFault | null {
  const meeting = meetingOf(when)
  return typeof meeting === 'string' ? meeting : null
}
