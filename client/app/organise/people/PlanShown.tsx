import type { ChangedPerson, ListedAs } from '../../../../shared/dialogue/people/importPlan.ts'
import type { ImportReply } from '../../../../shared/protocol.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { useT, type T } from '../../../parts/ui/text.tsx'

export type Plan = NonNullable<ImportReply['plan']>

interface PlanShownProps {
  plan: Plan
  unread: readonly string[]
  onDo: () => void
  onNot: () => void
}

/** What reading the list will do, said before it is done; whoever changes is named. */
export function PlanShown({ plan, unread, onDo, onNot }: PlanShownProps) {
  const t = useT()
  const { fresh, known, changed, out, twice } = plan
  return (
    <div className="dt-organise-stack" role="group" aria-labelledby="plan-title">
      <h3 id="plan-title">{t('plan.title')}</h3>
      <output>
        <strong>{t('plan.sums', { fresh, known, changed: changed.length })}</strong> {t('plan.safe')}
      </output>
      {changed.length > 0 ? (
        <ul className="dt-kept">
          {changed.map((one) => (
            <li key={one.person}>
              <strong>
                <bdi>{one.was.name}</bdi>
              </strong>
              : {differences(one, t).join(', ')}
            </li>
          ))}
        </ul>
      ) : null}
      {out.length > 0 ? <p>{t('plan.out', { names: out.join(', ') })}</p> : null}
      {twice > 0 ? <p>{t('plan.twice', { count: twice })}</p> : null}
      {unread.length > 0 ? (
        <p>{t('plan.unread', { count: unread.length, list: unread.join(', ') })}</p>
      ) : null}
      <div className="dt-desk-buttons">
        <Button variant="primary" icon="check" onPress={onDo}>
          {t('plan.do')}
        </Button>
        <Button onPress={onNot}>{t('plan.stop')}</Button>
      </div>
    </div>
  )
}

const FIELDS = ['name', 'role', 'group', 'mail'] as const

function differences({ was, becomes }: ChangedPerson, t: T): string[] {
  const word = (field: (typeof FIELDS)[number], { role, group, name, mail }: ListedAs): string | null => {
    if (field === 'role') return t(`links.role.${role}`)
    if (field === 'group') return group && t(`group.${group}`)
    return field === 'name' ? name : mail
  }
  return FIELDS.flatMap((field) => {
    const to = was[field] === becomes[field] ? null : word(field, becomes)
    return to === null ? [] : [t(`plan.${field}`, { to })]
  })
}
