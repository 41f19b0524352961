import { useState } from 'react'
import type { RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import type { BalanceReport } from '../../../shared/dialogue/time/balance.ts'
import { timeOf } from '../ui/when.ts'
import { Select } from '../ui/Select.tsx'
import type { Language } from '../../../shared/wire.ts'
import { useLocale, useT, type T } from '../ui/text.tsx'
import { BalanceBars } from './BalanceBars.tsx'
import { placesIn, scopesIn, shownAt, type PlaceId } from './review.ts'
import { TrendChart } from './TrendChart.tsx'
import { trendOf } from './trend.ts'
import { useBalanceReport } from '../../hooks/useBalanceReport.ts'

const AGAIN_MS = 10_000

/** Looking back (S5): the dialogue, the session or one agenda item, at one place or at all of them, and how it went in time. */
export function BalanceReview({ state }: { state: SessionState }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const { report, failed } = useBalanceReport(AGAIN_MS)
  const [chosen, setScope] = useState('session')
  const [wanted, setPlace] = useState<PlaceId | null>(null)
  if (!report) return <p role="status">{t(failed ? 'review.failed' : 'review.loading')}</p>
  const places = placesIn(report)
  const place = wanted !== null && places.includes(wanted) ? wanted : (places[0] ?? null)
  const scopes = scopesIn(report)
  const scope = scopes.find((one) => String(one) === chosen) ?? 'session'
  const shown = place === null ? null : shownAt(report, scope, place)
  const whole = place === null ? null : shownAt(report, 'session', place)
  const trend =
    place === null ? null : trendOf(report.trend, place === 'together' ? null : place, whole?.groups ?? [])
  return (
    <div className="dt-review">
      {failed && <p role="status">{t('review.failed')}</p>}
      <div className="dt-review-choices">
        <Select
          label={t('review.scope')}
          value={String(scope)}
          options={scopes.map((one) => ({
            id: String(one),
            text:
              typeof one === 'number'
                ? itemWords(state, one, locale, t)
                : t(`review.${one}`, { count: report.sessions }),
          }))}
          onChange={setScope}
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
          incomplete={trend?.steps.some(({ gap }) => gap) || (scope === 'dialogue' && missed(report, place))}
        />
      ) : (
        <p>{t('review.nothing')}</p>
      )}
      {scope !== 'dialogue' &&
        (trend ? <TrendChart trend={trend} /> : <p className="dt-balance-detail">{t('trend.none')}</p>)}
    </div>
  )
}

/** S8: not everything was measured in the sessions before. */
const missed = ({ incomplete }: BalanceReport, place: PlaceId | null): boolean =>
  place === 'together' ? incomplete.length > 0 : place !== null && incomplete.includes(place)

/** "Afspraken maken, 20.04 uur"; a part without a name is called after where it was. */
function itemWords({ agenda }: SessionState, index: number, locale: Language, t: T): string {
  const item = agenda[index]
  if (!item) return t('review.session')
  const title = item.title ?? t(`review.${item.where}`)
  return t('review.item', { title, time: timeOf(item.startedAt, locale) })
}

const placeWords = (state: SessionState, place: PlaceId, t: T): string =>
  place === 'together' ? t('review.together') : roomWords(state, place, t)

/** "Tafel 2", or the main room. */
export function roomWords({ tables }: SessionState, room: RoomId, t: T): string {
  const table = tables[room]
  return table ? t('room.table', { number: table.number }) : t('review.hall')
}
