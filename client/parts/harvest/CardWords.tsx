import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import type { HarvestCard } from './board.ts'

/** An agreement's own number, as on every other screen, in the colour of the role. */
export function OwnNumber({ number }: { number: number }) {
  const t = useT()
  return (
    <span className="dt-agreements-number">
      <span className="dt-unseen">{t('agreement.number', { number })}: </span>
      <span aria-hidden="true">{number}</span>
    </span>
  )
}

/** Where it stands in the set, in words, so that nobody takes it for a number of its own; and the tables it came from. */
export function WhereFrom({ card: { agreement, tables }, role }: { card: HarvestCard; role?: string }) {
  const t = useT()
  const at = useTables()
  const { place } = agreement
  const told = [place === null ? null : t('harvest.place', { place }), role, at(tables)]
  return <span className="dt-small dt-soft">{told.filter((part) => part).join(' · ')}</span>
}

/** "tafel 1 en 5", or with `of` in front of it. */
export function useTables(): (tables: readonly number[]) => string {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (tables) => t('harvest.tables', { tables: listed.format(tables.map(String)), count: tables.length })
}

/** How far it is, as a mark with a word. */
export function StandingTag({ card: { standing, silent } }: { card: HarvestCard }): ReactNode {
  const t = useT()
  const tables = useTables()
  return (
    <span className="dt-harvest-tag">
      <Icon name={ICONS[standing]} />
      {t(`harvest.is.${standing}`, { tables: tables(silent) })}
    </span>
  )
}

const ICONS = { carried: 'check', noted: 'talk', toPresent: 'announce', waits: 'clock' } as const
