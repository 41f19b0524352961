import type { Objection } from '../../../shared/dialogue/between/objection.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import './between.css'

interface ObjectionNotesProps {
  objections: readonly Objection[]
  /** Beside more than one agreement: each says which it is about. */
  numbered?: boolean
}

/** What people objected from home, for whoever may read it: their table, and who leads it. */
export function ObjectionNotes({ objections, numbered = false }: ObjectionNotesProps) {
  const t = useT()
  const state = useSession((known) => known.state)
  if (objections.length === 0) return null
  return (
    <ul className="dt-between-notes" aria-label={t('between.objections')}>
      {objections.map(({ id, agreement, person, reason }) => {
        const name = state?.people[person]?.name
        const number = state?.agreements[agreement]?.number ?? 0
        return (
          <li key={id} className="dt-with-icon">
            <Icon name="talk" />
            <span>
              {numbered ? <strong>{t('agreement.number', { number })}. </strong> : null}
              {name === undefined ? t('between.bySomebody', { reason }) : t('between.by', { name, reason })}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
