import type { ReactNode } from 'react'
import './balance.css'

/**
 * One bar: label, fill, a mark for the equal share, and the same in words; `note` is the time, `action` a way on.
 * `fill` and `mark` are 0..1 of the track. Not measured: hatched, with the words for it; old values stay readable (S8).
 */
export function BalanceBar(props: {
  label: string
  detail?: string
  words: string
  fill: number
  mark: number
  measured: boolean
  end?: ReactNode
  note?: string
  action?: ReactNode
}) {
  const { label, detail, words, fill, mark, measured, end, note, action } = props
  const look = [
    'dt-balance-row',
    measured ? '' : 'is-off',
    note === undefined ? '' : 'has-note',
    action ? 'has-action' : '',
  ]
  return (
    <div className={look.filter(Boolean).join(' ')}>
      <span className="dt-balance-label">
        <strong>
          <bdi>{label}</bdi>
        </strong>
        {detail ? <span className="dt-balance-detail"> {detail}</span> : null}{' '}
        {note ? <span className="dt-balance-time">{note}</span> : null}
      </span>
      <Track label={label} words={words} fill={fill} mark={mark} />
      <span className="dt-balance-words">{end ?? words}</span>
      {action ? <span className="dt-balance-action">{action}</span> : null}
    </div>
  )
}

/** The track itself, a `meter` for a screen reader. */
export function Track({
  label,
  words,
  fill,
  mark,
}: {
  label: string
  words: string
  fill: number
  mark: number
}) {
  return (
    <span
      className="dt-balance-track"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(fill * 100)}
      aria-valuetext={words}
    >
      <span className="dt-balance-fill" style={{ inlineSize: `${fill * 100}%` }} />
      <span className="dt-balance-mark" style={{ insetInlineStart: `${mark * 100}%` }} />
    </span>
  )
}
