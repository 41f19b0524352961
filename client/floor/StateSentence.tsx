import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { aloud } from './aloud.ts'
import { signature, type Sentence } from './part.ts'
import { sentence } from './sentence.ts'
import type { RoomView } from './view.ts'
import { usePart } from './words.tsx'
import './floor.css'

/**
 * The sentence of state: always there, always in the same place. `end` stands at the far side (the turn's clock).
 * A screen reader hears it when there is something new to hear: a countdown at a few marks and not every second.
 */
export function StateSentence({ view, end }: { view: RoomView; end?: ReactNode }) {
  const t = useT()
  const words = usePart()
  const shown = sentence(view)
  useAloud(shown)
  return (
    <section
      className={`state is-${shown.tone}${shown.lit ? ' is-lit' : ''}`}
      aria-label={t('region.state')}
      data-region="state"
      tabIndex={-1}
    >
      <span className="state-icon">
        <Icon name={shown.icon} />
      </span>
      <div className="state-words">
        <p className="state-text">
          {shown.parts.map((part, index) => (
            <span key={part.key}>{(index > 0 ? ' ' : '') + words(part)}</span>
          ))}
        </p>
        {shown.sub.length > 0 ? <p className="state-sub">{shown.sub.map(words).join(' ')}</p> : null}
      </div>
      {end ? <div className="state-end">{end}</div> : null}
    </section>
  )
}

/** My turn interrupts; everything else waits for a pause. */
function useAloud(shown: Sentence): void {
  const words = usePart()
  const parts = aloud(shown)
  const key = `${shown.urgent} ${signature(parts)}`
  const say = useEffectEvent((asked: string) => {
    if (asked !== '') announce(parts.map(words).join(' '), { urgent: shown.urgent })
  })
  useEffect(() => say(key), [key])
}
