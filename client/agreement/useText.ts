import { useEffect } from 'react'
import type { TableId } from '../../shared/dialogue/model.ts'
import { documentRight } from '../../shared/dialogue/places.ts'
import { useSession } from '../session/store.ts'
import { closeText, openText, resumeText, warnBeforeLeaving } from './connection.ts'
import { numberedTables, numberOf } from './reading.ts'
import { closedText, useTexts, type OpenText, type TextView } from './store.ts'

export type Right = 'write' | 'read' | 'none'

/** What this person may do with a table's text now. */
export const useRight = (table: TableId): Right =>
  useSession(({ state, me }) => (state ? documentRight(state, me, table) : 'none'))

/** Keeps a table's text open while the screen is there, and brings it back when the session is back. */
export function useOpenText(table: TableId, right: Right): OpenText | null {
  const live = useSession((session) => session.connection === 'live')
  const known = useSession((session) => session.about !== null)
  const may = right !== 'none' && known
  const wish = live && may ? right : 'none'

  useEffect(() => {
    if (!may) return
    openText(table)
    window.addEventListener('beforeunload', warnBeforeLeaving)
    return () => {
      closeText(table)
      window.removeEventListener('beforeunload', warnBeforeLeaving)
    }
  }, [table, may])

  useEffect(() => {
    if (wish !== 'none') resumeText(table)
  }, [table, wish])

  return useTexts((texts) => texts[table]?.open ?? null)
}

export const useTextView = (table: TableId): TextView => useTexts((texts) => texts[table] ?? closedText)

/** The number of this agreement; null while it has none that is known on this screen. */
export function useNumber(agreement: string | undefined): number | null {
  const state = useSession((session) => session.state)
  const texts = useTexts()
  return state && agreement ? numberOf(numberedTables(state, texts), agreement) : null
}
