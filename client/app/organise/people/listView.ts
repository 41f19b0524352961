import type { Person, PersonId, SessionState } from '../../../../shared/dialogue/model.ts'
import { mayComeIn } from '../../../../shared/dialogue/people/list.ts'
import { onPhone } from '../../../../shared/dialogue/places.ts'
import type { LinkRow, Presence } from '../../../../shared/protocol.ts'
import { connected, standingOf } from '../../../core/room/standing.ts'

/** How far somebody has come, in the order in which one gets there. */
const PROGRESS = ['unopened', 'opened', 'away', 'checking', 'here', 'phone'] as const
export type Progress = (typeof PROGRESS)[number]

/** Somebody on the organiser's list. */
export interface Listed {
  person: Person
  mail: string | null
  progress: Progress
}

function progressOf(
  state: SessionState,
  presence: Readonly<Record<PersonId, Presence>>,
  { id, joined }: Person,
  opened: boolean,
): Progress {
  if (onPhone(state, id)) return 'phone'
  const standing = standingOf(state, connected(presence), id)
  if (standing === 'here') return presence[id]?.status?.screen === 'join' ? 'checking' : 'here'
  if (standing === 'away' && joined) return 'away'
  return opened ? 'opened' : 'unopened'
}

/** Everybody who may come in, in the order of the list. */
export function listOf(
  state: SessionState,
  presence: Readonly<Record<PersonId, Presence>>,
  rows: readonly Pick<LinkRow, 'person' | 'opened' | 'mail'>[],
): Listed[] {
  const known = new Map(rows.map((row) => [row.person, row]))
  return state.order.flatMap((id) => {
    const person = state.people[id]
    if (!person || !mayComeIn(state, id)) return []
    const row = known.get(id)
    const progress = progressOf(state, presence, person, row?.opened ?? false)
    return [{ person, mail: row?.mail ?? null, progress }]
  })
}

export const SORTS = ['list', 'name', 'group', 'progress'] as const
export type Sort = (typeof SORTS)[number]

const inDutch = new Intl.Collator('nl', { numeric: true })
const byName = (one: Listed, other: Listed) => inDutch.compare(one.person.name, other.person.name)
const group = ({ person: { group: own, role } }: Listed): string => `${own === null ? 1 : 0} ${own ?? role}`
const COMPARE: Record<Exclude<Sort, 'list'>, (one: Listed, other: Listed) => number> = {
  name: byName,
  group: (one, other) => inDutch.compare(group(one), group(other)) || byName(one, other),
  progress: (one, other) =>
    PROGRESS.indexOf(one.progress) - PROGRESS.indexOf(other.progress) || byName(one, other),
}

/** As one types it: without marks, in small letters. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those of whom every word that was typed is told, in the order that was asked for. `told`: what stands in somebody's row. */
export function found(
  list: readonly Listed[],
  { words, sort }: { words: string; sort: Sort },
  told: (one: Listed) => string,
): Listed[] {
  const parts = plain(words)
    .split(/\s+/)
    .filter((part) => part !== '')
  const these = list.filter((one) => parts.every((part) => plain(told(one)).includes(part)))
  return sort === 'list' ? these : these.toSorted(COMPARE[sort])
}
