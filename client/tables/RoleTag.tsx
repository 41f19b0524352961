import type { GovernmentRole } from '../../shared/dialogue/model.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import './tables.css'

/** The government role of a table: a colour, a sign and a name; the four stand beside each other. */
export function RoleTag({ role }: { role: GovernmentRole }) {
  const t = useT()
  return (
    <span className={`role-tag is-${role}`}>
      <Icon name={role} />
      <span>{t(`role.${role}`)}</span>
    </span>
  )
}
