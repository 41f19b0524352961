import { useState } from 'react'
import { clockWords } from '../../core/room/view.ts'
import { timeOf } from '../ui/when.ts'
import { Button } from '../ui/Button.tsx'
import { useLocale, useT, type T } from '../ui/text.tsx'
import { Scroll } from './BalanceTables.tsx'
import { endsOf, hatch, type Trend, type TrendRow } from './trend.ts'
import { percentOf, seatWords } from './words.ts'
import './balance.css'

/** Units of a drawing; it is stretched to its place as a whole. */
const WIDTH = 600
const HEIGHT = 72

/** How the talk was divided in time: a small drawing per group beside each other in words, or all of it as a table. */
export function TrendChart({ trend }: { trend: Trend }) {
  const t = useT()
  const [asTable, setAsTable] = useState(false)
  const gaps = trend.steps.some((step) => step.gap)
  return (
    <figure className="dt-trend">
      <figcaption>
        <strong>{t('trend.title')}</strong>
        <span className="dt-balance-detail">
          {t('trend.how', { minutes: Math.round(trend.stepMs / 60_000) })}
          {gaps ? ` ${t('trend.gap')}.` : ''}
        </span>
      </figcaption>
      {asTable ? (
        <TrendTable trend={trend} />
      ) : (
        <>
          <ul className="dt-trend-rows">
            {trend.rows.map((row) => (
              <li key={row.group}>
                <span className="trend-label" aria-hidden="true">
                  {t('trend.group', { group: t(`groups.${row.group}`), seats: seatWords(row.seats, t) })}
                </span>
                <Drawing trend={trend} row={row} />
              </li>
            ))}
          </ul>
          <Times trend={trend} />
        </>
      )}
      <Button icon={asTable ? 'eye' : 'list'} onPress={() => setAsTable(!asTable)}>
        {t(asTable ? 'trend.asChart' : 'trend.asTable')}
      </Button>
    </figure>
  )
}

/** The words of a drawing, for whoever does not see it. */
export function trendWords(trend: Trend, row: TrendRow, t: T): string {
  const ends = endsOf(row)
  const values = { group: t(`groups.${row.group}`), share: percentOf(row.seatShare) }
  const said = ends
    ? t('trend.words', { ...values, first: percentOf(ends.first), last: percentOf(ends.last) })
    : t('trend.wordsNone', values)
  return trend.steps.some((step) => step.gap) ? `${said} ${t('trend.wordsGap')}` : said
}

/** A column per step, the equal share as a dotted line, what was not measured hatched: nothing by colour alone. */
function Drawing({ trend, row }: { trend: Trend; row: TrendRow }) {
  const t = useT()
  const wide = WIDTH / trend.steps.length
  const top = HEIGHT * (1 - row.seatShare)
  return (
    <svg
      className="dt-trend-drawing"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={trendWords(trend, row, t)}
    >
      <rect className="dt-trend-ground" width={WIDTH} height={HEIGHT} />
      {row.shares.map((share, i) => (
        <rect
          key={trend.steps[i]?.startMs}
          className="dt-trend-column"
          x={i * wide + 1}
          width={Math.max(1, wide - 2)}
          y={HEIGHT * (1 - (share ?? 0))}
          height={HEIGHT * (share ?? 0)}
        />
      ))}
      {trend.steps.map((step, i) =>
        step.gap ? (
          <path key={step.startMs} className="dt-trend-gap" d={hatch(i * wide, wide, HEIGHT, 12)} />
        ) : null,
      )}
      <line className="dt-trend-share-edge" x1={0} x2={WIDTH} y1={top} y2={top} />
      <line className="dt-trend-share" x1={0} x2={WIDTH} y1={top} y2={top} />
    </svg>
  )
}

/** Begin and end of the time axis. */
function Times({ trend }: { trend: Trend }) {
  const locale = useLocale((chosen) => chosen.locale)
  const first = trend.steps[0]
  const last = trend.steps.at(-1)
  if (!first || !last) return null
  return (
    <p className="dt-trend-times" aria-hidden="true">
      <span>{timeOf(first.startMs, locale)}</span>
      <span>{timeOf(last.startMs + trend.stepMs, locale)}</span>
    </p>
  )
}

function TrendTable({ trend }: { trend: Trend }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const percent = (part: number) => t('trend.percent', { percent: percentOf(part) })
  return (
    <Scroll label={t('trend.title')}>
      <table className="dt-balance-table">
        <thead>
          <tr>
            <th scope="col">{t('trend.time')}</th>
            {trend.rows.map(({ group, seatShare }) => (
              <th key={group} scope="col">
                {t(`groups.${group}`)}{' '}
                <span className="dt-balance-detail">
                  {t('trend.ofSeats', { percent: percentOf(seatShare) })}
                </span>
              </th>
            ))}
            <th scope="col">{t('trend.spoken')}</th>
          </tr>
        </thead>
        <tbody>
          {trend.steps.map((step, i) => (
            <tr key={step.startMs}>
              <th scope="row">{timeOf(step.startMs, locale)}</th>
              {trend.rows.map(({ group, shares }) => {
                const share = shares[i] ?? null
                return <td key={group}>{share === null ? t('trend.nobody') : percent(share)}</td>
              })}
              <td>
                {clockWords(step.spokenMs)}
                {step.gap && `, ${t('trend.part')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
