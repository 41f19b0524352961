import { useId, useState } from 'react'
import type { CatchUp as Found, CatchUpItem } from '../../../shared/dialogue/between/catchUp.ts'
import type { AgreementId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import { dayOf, momentOf } from '../ui/when.ts'
import { Legend } from '../versions/Legend.tsx'
import type { ObjectingProps } from './Objecting.tsx'
import { Item } from './Item.tsx'
import { isNameAsked } from './nameAsked.ts'
import { NameChoice } from './NameChoice.tsx'
import { Sessions } from './Sessions.tsx'
import { useCatchUp } from './useCatchUp.ts'
import '../versions/versions.css'
import './between.css'

/** Between two sessions: what lay there, what changed since one was last in, and until when one may object (40). */
export function CatchUp() {
  const t = useT()
  const { found, failed } = useCatchUp()
  const isAsked = useSession(({ state, me }) => state !== null && isNameAsked(state, me))
  if (!found) return <p role="status">{t(failed ? 'between.failed' : 'between.loading')}</p>
  return (
    <div className="dt-between">
      <Until found={found} />
      {isAsked ? <NameChoice /> : null}
      <div className="dt-between-two">
        <Agreements found={found} />
        <div className="dt-between-aside">
          <Sessions found={found} />
          {isAsked ? null : <NameChoice />}
        </div>
      </div>
    </div>
  )
}

/** Always on top: until when, and since when it is told. */
function Until({ found: { until, since } }: { found: Found }) {
  const t = useT()
  const { locale } = useLocale()
  const name = useSession(({ state, me }) => state?.people[me]?.name ?? '')
  return (
    <div className="dt-between-until" role="status">
      <Icon name="clock" />
      <div>
        <p className="dt-between-first">
          {until === null ? t('between.noUntil') : t('between.until', { moment: momentOf(until, locale) })}
        </p>
        <p className="dt-soft">
          {since === null
            ? t('between.never', { name })
            : t('between.since', { name, day: dayOf(since, locale) })}
        </p>
      </div>
    </div>
  )
}

const isThere = ({ state }: CatchUpItem): boolean => state !== 'merged' && state !== 'withdrawn'

function Agreements({ found: { items, until, since } }: { found: Found }) {
  const t = useT()
  const title = useId()
  const [last, setLast] = useState<AgreementId | null>(null)
  // who was never in has nothing to compare with
  const isChanged = ({ changes }: CatchUpItem) => changes.length > 0 && since !== null
  const changed = items.filter(isChanged)
  const others = items.filter((one) => !isChanged(one))
  const all = items.filter(isThere).length
  return (
    <section className="dt-between-agreements" aria-labelledby={title}>
      <h2 id={title}>{t('between.title')}</h2>
      <p>{sumOf(changed.length, all, others.length, t)}</p>
      {changed.length > 0 ? (
        <ol className="dt-between-list">
          {changed.map((one) => (
            <Item key={one.agreement} item={one} isLast={last === one.agreement} onDone={setLast} />
          ))}
        </ol>
      ) : null}
      {changed.some(({ before }) => before !== null) ? <Legend /> : null}
      <Others
        items={others}
        isAll={changed.length === 0}
        isOpen={since === null}
        last={last}
        onDone={setLast}
      />
      {until === null ? null : <p className="dt-small dt-soft">{t('between.silence')}</p>}
    </section>
  )
}

function sumOf(changed: number, all: number, others: number, t: ReturnType<typeof useT>): string {
  if (all === 0 && changed === 0) return t('between.none')
  return changed === 0 ? t('between.same', { all }) : t('between.count', { changed, all, others })
}

/** What stayed the same is there to read, and to object to. */
function Others({
  items,
  isAll,
  isOpen,
  last,
  onDone,
}: {
  items: readonly CatchUpItem[]
  isAll: boolean
  isOpen: boolean
  last: AgreementId | null
  onDone: ObjectingProps['onDone']
}) {
  const t = useT()
  const [open, setOpen] = useState(isOpen)
  if (items.length === 0) return null
  const count = items.length
  return (
    <>
      <Button icon="list" aria-expanded={open} onPress={() => setOpen(!open)}>
        {t(isAll ? 'between.showAllSame' : 'between.showAll', { count })}
      </Button>
      {open ? (
        <ol className="dt-between-list">
          {items.map((one) => (
            <Item key={one.agreement} item={one} isLast={last === one.agreement} onDone={onDone} />
          ))}
        </ol>
      ) : null}
    </>
  )
}
