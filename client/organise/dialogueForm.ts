import type { DialogueForm } from './api.ts'

/** How long a meeting takes unless one says otherwise. */
const USUAL_MS = 2 * 3_600_000

/** The form as it is first shown. Times are those of the organiser's own clock on the wall. */
export function formFrom(title: string, date: string | null, startsAt: number | null): DialogueForm {
  if (startsAt === null) return { title, date: date ?? '', from: '19:30', to: '21:30' }
  const start = new Date(startsAt)
  return {
    title,
    date: date ?? dayOf(start),
    from: timeOf(start),
    to: timeOf(new Date(startsAt + USUAL_MS)),
  }
}

const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const timeOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`

/** Everything is filled in, and the end is after the beginning. */
export function isWhole({ title, date, from, to }: DialogueForm): boolean {
  return (
    title.trim() !== '' &&
    /^\d{4}-\d{2}-\d{2}$/.test(date) &&
    /^\d{2}:\d{2}$/.test(from) &&
    /^\d{2}:\d{2}$/.test(to) &&
    from < to
  )
}
