import { useMemo } from 'react'
import type { CatchUpItem } from '../../../shared/dialogue/between/catchUp.ts'
import { difference } from '../../../shared/agreement/difference.ts'
import { objectionsTo } from '../../../shared/dialogue/between/objecting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { ReadAloud } from '../agreement/ReadAloud.tsx'
import { STATES } from '../agreement/states.ts'
import { useT } from '../ui/text.tsx'
import { Changes } from '../versions/Changes.tsx'
import { Objecting, type ObjectingProps } from './Objecting.tsx'
import { ObjectionNotes } from './ObjectionNotes.tsx'
import '../tables/roleTag.css'

/** One agreement as it stands, with the words that came and went since somebody was last in. */
export function Item(props: ObjectingProps) {
  const t = useT()
  const { item } = props
  const { number, table, from, now, note, changes, state } = item
  const session = useSession((known) => known.state)
  const me = useSession((known) => known.me)
  const others = session ? objectionsTo(session, item.agreement).filter(({ person }) => person !== me) : []
  const told = from.length > 0 ? 'between.from' : 'between.table'
  return (
    <li className="dt-versions-paper">
      <h3>
        <span className={`dt-role-tag dt-between-number is-${item.role}`} aria-hidden="true">
          {number}
        </span>
        <span>
          <span className="dt-unseen">{t('agreement.number', { number })}: </span>
          <bdi>{now.title || t('agreement.untitled')}</bdi>
        </span>
      </h3>
      <Text item={item} />
      {note === null ? null : (
        <p>
          <strong>{t('between.note')}.</strong> <bdi>{note}</bdi>
        </p>
      )}
      <p className="dt-small dt-soft">
        {t(told, { table, numbers: from.join(', ') })}{' '}
        {changes.length > 0
          ? changes.map((change) => t(`between.change.${change}`)).join(' ')
          : t(STATES[state])}
      </p>
      <ObjectionNotes objections={others} />
      <div className="dt-row">
        <Objecting {...props} />
        <ReadAloud words={now} />
      </div>
    </li>
  )
}

function Text({ item: { before, now } }: { item: CatchUpItem }) {
  const t = useT()
  const found = useMemo(() => (before ? difference(before, now) : null), [before, now])
  if (!found) return <AgreementWords words={now} />
  const isOther = found.title.some(({ kind }) => kind !== 'same')
  return (
    <>
      {isOther ? (
        <p dir="auto">
          <strong>
            <Changes parts={found.title} side="both" />
          </strong>
        </p>
      ) : null}
      <p dir="auto">
        <Changes parts={found.text} side="both" />
      </p>
      {found.why.length > 0 ? (
        <div className="dt-agreement-reason">
          <strong className="dt-small">{t('agreement.why')}</strong>
          <p dir="auto">
            <Changes parts={found.why} side="both" />
          </p>
        </div>
      ) : null}
    </>
  )
}
