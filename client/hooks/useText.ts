import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Agreement } from '../../shared/dialogue/agreements/agreement.ts'
import { agreementsAt } from '../../shared/dialogue/agreements/agreements.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import { documentRight } from '../../shared/dialogue/places.ts'
import { closedText, type OpenText, type TextView, type TextViews } from '../core/texts/store.ts'
import { useDialogue } from './DialogueProvider.tsx'
import { useSame } from './useSame.ts'
import { useSession } from './useSession.ts'

export type Right = 'write' | 'read' | 'none'

/** What this person may do with a table's text now. */
export const useRight = (table: TableId): Right =>
  useSession(({ state, me }) => (state ? documentRight(state, me, table) : 'none'))

/** A part of what is known of the tables' texts that are open here. */
export const useTexts = <T>(select: (texts: TextViews) => T): T => useStore(useDialogue().texts.store, select)

/** Keeps a table's text open while the screen is there, and brings it back when the session is back. */
export function useOpenText(table: TableId, right: Right): OpenText | null {
  const { texts } = useDialogue()
  const live = useSession((session) => session.connection === 'live')
  const known = useSession((session) => session.about !== null)
  const may = right !== 'none' && known
  const wish = live && may ? right : 'none'

  useEffect(() => {
    if (!may) return
    texts.open(table)
    return () => texts.leave(table)
  }, [texts, table, may])

  useEffect(() => {
    if (wish !== 'none') texts.resume(table)
  }, [texts, table, wish])

  return useTexts((all) => all[table]?.open ?? null)
}

export const useTextView = (table: TableId): TextView => useTexts((texts) => texts[table] ?? closedText)

/** The agreements of a table, in their order. */
export const useAgreements = (table: TableId): readonly Agreement[] =>
  useSession(useSame(({ state }) => (state ? agreementsAt(state, table) : [])))
