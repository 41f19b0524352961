import { useId } from 'react'
import type { CatchUp, CatchUpSession } from '../../../shared/dialogue/between/catchUp.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT, type T } from '../ui/text.tsx'
import { dayAndTime, sameDay } from '../ui/when.ts'

const DAY = 24 * 3_600_000

/** The sessions of this dialogue, what they were about, and which is to come. */
export function Sessions({ found: { sessions, sameTable } }: { found: CatchUp }) {
  const t = useT()
  const title = useId()
  const now = useServerNow(60_000)
  const { locale } = useLocale()
  const { rest } = useDialogue()
  return (
    <section className="dt-between-sessions" aria-labelledby={title}>
      <h2 id={title}>{t('between.sessions')}</h2>
      <ol className="dt-between-list">
        {sessions.map((one) => (
          <li
            key={one.number}
            className={
              one.isOver
                ? 'dt-versions-paper dt-between-session'
                : 'dt-versions-paper dt-between-session is-next'
            }
          >
            <h3>
              {t('between.session', { number: one.number })}
              <span className="dt-between-tag">{whenOf(one, now, t)}</span>
            </h3>
            {one.at === null ? null : (
              <p className="dt-with-icon">
                <Icon name="clock" />
                <span>{dayAndTime(one.at, locale)}</span>
              </p>
            )}
            {one.isOver || one.at === null ? null : (
              <LinkButton icon="clock" href={`${rest.urlOf('bijeenkomst.ics').href}?language=${locale}`}>
                {t('between.calendar', { number: one.number })}
              </LinkButton>
            )}
            {one.items.length > 0 ? <p className="dt-small dt-soft">{one.items.join(' · ')}</p> : null}
            {one.isOver && !one.wasThere ? <p className="dt-small dt-soft">{t('between.missed')}</p> : null}
          </li>
        ))}
      </ol>
      {sameTable === null ? null : <p>{t('between.sameTable', { table: sameTable })}</p>}
    </section>
  )
}

function whenOf({ isOver, at }: CatchUpSession, now: number, t: T): string {
  if (isOver) return t('between.been')
  if (at === null || (at <= now && !sameDay(at, now))) return t('between.now')
  return sameDay(at, now) ? t('between.today') : t('between.inDays', { days: Math.ceil((at - now) / DAY) })
}
