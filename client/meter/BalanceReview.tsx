import { useState } from 'react'
import type { RoomId, SessionState } from '../../shared/dialogue/model.ts'
import { timeOf } from '../join/when.ts'
import { Select } from '../ui/Select.tsx'
import { useLocale, useT, type T } from '../ui/text.tsx'
import { BalanceBars } from './BalanceBars.tsx'
import { placesIn, shownAt, type PlaceId } from './review.ts'
import { TrendChart } from './TrendChart.tsx'
import { trendOf } from './trend.ts'
import { useBalanceReport } from './useBalanceReport.ts'

const AGAIN_MS = 10_000

/** Looking back (S5): the whole session or one agenda item, at one place or at all of them, and how it went in time. */
export function BalanceReview({ state }: { state: SessionState }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const { report, failed } = useBalanceReport(AGAIN_MS)
  const [item, setItem] = useState(WHOLE)
  const [wanted, setPlace] = useState<PlaceId | null>(null)
  if (!report) return <p role="status">{t(failed ? 'review.failed' : 'review.loading')}</p>
  const places = placesIn(report)
  const place = wanted !== null && places.includes(wanted) ? wanted : (places[0] ?? null)
  const shown = place === null ? null : shownAt(report, item === WHOLE ? null : Number(item), place)
  const whole = place === null ? null : shownAt(report, null, place)
  const trend =
    place === null ? null : trendOf(report.trend, place === 'together' ? null : place, whole?.groups ?? [])
  return (
    <div className="review">
      {failed && <p role="status">{t('review.failed')}</p>}
      <div className="review-choices">
        <Select
          label={t('review.scope')}
          value={item}
          options={[
            { id: WHOLE, text: t('review.whole') },
            ...state.agenda.map((_, index) => ({
              id: String(index),
              text: itemWords(state, index, locale, t),
            })),
          ]}
          onChange={setItem}
        />
        {places.length > 1 && (
          <Select
            label={t('review.where')}
            value={place}
            options={places.map((id) => ({ id, text: placeWords(state, id, t) }))}
            onChange={setPlace}
          />
        )}
      </div>
      {shown ? (
        <BalanceBars
          balance={shown}
          people={state.people}
          measured
          incomplete={trend?.steps.some(({ gap }) => gap)}
        />
      ) : (
        <p>{t('review.nothing')}</p>
      )}
      {trend ? <TrendChart trend={trend} /> : <p className="balance-detail">{t('trend.none')}</p>}
    </div>
  )
}

const WHOLE = 'whole'

/** "Afspraken maken, 20.04 uur"; a part without a name is called after where it was. */
function itemWords({ agenda }: SessionState, index: number, locale: 'nl' | 'en', t: T): string {
  const item = agenda[index]
  if (!item) return t('review.whole')
  const title = item.title ?? t(`review.${item.where}`)
  return t('review.item', { title, time: timeOf(item.startedAt, locale) })
}

const placeWords = (state: SessionState, place: PlaceId, t: T): string =>
  place === 'together' ? t('review.together') : roomWords(state, place, t)

/** "Tafel 2", or the main room. */
export function roomWords({ tables }: SessionState, room: RoomId, t: T): string {
  const table = tables[room]
  return table ? t('desk.table', { number: table.number }) : t('review.hall')
}
