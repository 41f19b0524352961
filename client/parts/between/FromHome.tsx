import { Suspense } from 'react'
import { openObjections } from '../../../shared/dialogue/between/objecting.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { ObjectionNotes } from './later.ts'

/** What was objected to from home since the session before, beside a table's agreements; fetched when there is something. */
export function FromHome({ table }: { table: TableId }) {
  const state = useSession((session) => session.state)
  const given = state ? openObjections(state).filter(({ tables }) => tables.includes(table)) : []
  if (given.length === 0) return null
  return (
    <Suspense fallback={null}>
      <ObjectionNotes objections={given} numbered />
    </Suspense>
  )
}
