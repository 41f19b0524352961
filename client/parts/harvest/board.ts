import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { refusedMerge } from '../../../shared/dialogue/harvest/mayMerge.ts'
import { stillSilent } from '../../../shared/dialogue/harvest/merge.ts'
import {
  isOffered,
  isToPresent,
  mergeOf,
  sourcesAt,
  theSet,
} from '../../../shared/dialogue/harvest/theSet.ts'
import { outsideTables } from '../../../shared/dialogue/phases.ts'
import { isShared } from '../../../shared/dialogue/places.ts'
import {
  GOVERNMENT_ROLES,
  type AgreementId,
  type GovernmentRole,
  type PersonId,
  type SessionState,
} from '../../../shared/dialogue/model.ts'

/** One agreement on the board, with where it came from and how far it is. */
export interface HarvestCard {
  agreement: Agreement
  title: string
  role: GovernmentRole
  /** Numbers of the tables where it was written, each once. */
  tables: number[]
  /** `waits`: a proposal to merge it is not answered yet. */
  standing: 'carried' | 'noted' | 'toPresent' | 'waits'
  /** Numbers of the tables that have not answered. */
  silent: number[]
}

/** A role of government with its agreements: those in the set, in its order, and those that are agreed and not in it. */
export interface HarvestColumn {
  role: GovernmentRole
  inSet: HarvestCard[]
  loose: HarvestCard[]
}

export const isLoose = ({ state }: Agreement): boolean => state === 'agreed' || state === 'agreedWithNote'

/** The organiser changes the set, outside the tables, once everybody may read along (H2), until it lies with the council. */
export const mayHarvest = (state: SessionState, me: PersonId): boolean =>
  state.people[me]?.role === 'organiser' &&
  isShared(state) &&
  !isOffered(state) &&
  outsideTables.some((phase) => phase === state.phase.name)

/** What stands on this person's board; the others are read beside it. */
export const onBoard = (state: SessionState, me: PersonId, agreement: Agreement): boolean =>
  agreement.place !== null || (isLoose(agreement) && mayHarvest(state, me))

export const hasBoard = (state: SessionState, me: PersonId): boolean =>
  Object.values(state.agreements).some((agreement) => onBoard(state, me, agreement))

function standingOf(state: SessionState, agreement: Agreement): HarvestCard['standing'] {
  if (mergeOf(state, agreement.id)) return 'waits'
  if (isToPresent(agreement)) return 'toPresent'
  return agreement.note === null ? 'carried' : 'noted'
}

/** What was merged over the roles stands with the first of them. */
export function cardOf(state: SessionState, agreement: Agreement): HarvestCard {
  const tables = sourcesAt(state, agreement).map(({ table }) => table.number)
  const merge = mergeOf(state, agreement.id)
  return {
    agreement,
    title: agreement.presented?.words.title ?? '',
    role: state.tables[agreement.table]?.role ?? 'lawful',
    tables: [...new Set(tables)].toSorted((one, other) => one - other),
    standing: standingOf(state, agreement),
    silent: merge ? stillSilent(merge).flatMap((table) => state.tables[table]?.number ?? []) : [],
  }
}

/** The roles beside each other, without order; one without tables has no column. */
export function columnsOf(state: SessionState): HarvestColumn[] {
  const inSet = theSet(state).map((agreement) => cardOf(state, agreement))
  const loose = Object.values(state.agreements)
    .filter(isLoose)
    .toSorted((one, other) => one.number - other.number)
    .map((agreement) => cardOf(state, agreement))
  const roles = new Set(Object.values(state.tables).map(({ role }) => role))
  return GOVERNMENT_ROLES.filter((role) => roles.has(role)).map((role) => ({
    role,
    inSet: inSet.filter((card) => card.role === role),
    loose: loose.filter((card) => card.role === role),
  }))
}

/** These could be merged now; what is not in the set yet is taken in first. */
export function canMerge(state: SessionState, from: readonly AgreementId[]): boolean {
  const taken = from.flatMap((id) => {
    const agreement = state.agreements[id]
    return agreement && isLoose(agreement) ? [[id, { ...agreement, state: 'inSet', place: 0 }] as const] : []
  })
  const agreements = { ...state.agreements, ...Object.fromEntries(taken) }
  return refusedMerge({ ...state, agreements }, from) === null
}

/** What could be merged with these, those in the set first. */
export const partnersOf = (state: SessionState, from: readonly AgreementId[]): HarvestCard[] =>
  columnsOf(state)
    .flatMap(({ inSet, loose }) => [...inSet, ...loose])
    .filter(({ agreement }) => !from.includes(agreement.id) && canMerge(state, [...from, agreement.id]))
    .toSorted((one, other) => (one.agreement.place ?? 99) - (other.agreement.place ?? 99))

/** Where something comes that is put down before or after this place; `from`: where it stood, null when it was not in the set. */
export function placeAt(from: number | null, target: number, side: 'before' | 'after'): number {
  const place = side === 'before' ? target : target + 1
  return from !== null && from < target ? place - 1 : place
}
