import type { ReactNode } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import type { HarvestCard } from './board.ts'

/** The number in the set, in the colour of the role; a stroke for what is not in it. */
export function PlaceNumber({ place }: { place: number | null }) {
  return <span className="dt-agreements-number">{place ?? <span aria-hidden="true">–</span>}</span>
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
