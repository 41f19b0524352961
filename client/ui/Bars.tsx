import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { Meter as AriaMeter } from 'react-aria-components/Meter'
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar'

interface BarProps {
  label: string
  /** 0..1 */
  value: number
  /** What the bar says, in words: shown beside it and read aloud in place of a figure. */
  words: string
  /** A mark on the track, 0..1, such as the equal share. */
  mark?: number
  markWords?: ReactNode
  /** Not measured: hatched. */
  isOff?: boolean
  className?: string
}

const percent = (part: number): string => `${Math.round(Math.min(1, Math.max(0, part)) * 100)}%`

/** Something measured, such as a balance. */
export function Meter({ label, value, words, ...track }: BarProps) {
  return (
    <AriaMeter
      className={track.className ? `meter ${track.className}` : 'meter'}
      value={Math.round(value * 100)}
      valueLabel={words}
    >
      <div className="bar-words">
        <Label>{label}</Label>
        <strong>{words}</strong>
      </div>
      <Track value={value} {...track} />
    </AriaMeter>
  )
}

/** Something that goes on, such as a turn's time. */
export function ProgressBar({ label, value, words, ...track }: BarProps) {
  return (
    <AriaProgressBar
      className={track.className ? `progress ${track.className}` : 'progress'}
      value={Math.round(value * 100)}
      valueLabel={words}
    >
      <div className="bar-words">
        <Label>{label}</Label>
        <strong>{words}</strong>
      </div>
      <Track value={value} {...track} />
    </AriaProgressBar>
  )
}

function Track({ value, mark, markWords, isOff }: Pick<BarProps, 'value' | 'mark' | 'markWords' | 'isOff'>) {
  return (
    <>
      <div className={isOff ? 'bar-track is-off' : 'bar-track'}>
        <span className="bar-fill" style={{ inlineSize: percent(value) }} />
        {mark === undefined ? null : (
          <span className="bar-mark" style={{ insetInlineStart: percent(mark) }} />
        )}
      </div>
      {markWords && mark !== undefined ? (
        <div className="bar-foot">
          <span style={{ insetInlineStart: percent(mark) }}>{markWords}</span>
        </div>
      ) : null}
    </>
  )
}
