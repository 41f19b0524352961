import type { GovernmentRole } from '../../../shared/dialogue/model.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import './roleTag.css'

/** The government role of a table: a colour, a sign and a name, or other words; the four stand beside each other. */
export function RoleTag({ role, words }: { role: GovernmentRole; words?: string }) {
  const t = useT()
  return (
    <span className={`dt-role-tag is-${role}`}>
      <Icon name={role} />
      <span>{words ?? t(`role.${role}`)}</span>
    </span>
  )
}
