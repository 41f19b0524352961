import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { directionOf, type Language } from '../../../shared/wire.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { fetchSentences } from '../ui/language.ts'
import { useSecondLanguage } from '../ui/ownChoices.ts'
import { textIn, useLocale, useT } from '../ui/text.tsx'
import { aloud, isAboutMe } from './aloud.ts'
import { inWords } from './inWords.ts'
import { signature, type Sentence } from './part.ts'
import { sentence } from './sentence.ts'
import './floor.css'

/** The dock says it too, which on a phone stands close by. */
const IN_DOCK: ReadonlySet<string> = new Set(['mine.number'])

/**
 * The sentence of state: always there, always in the same place. `end` stands at the far side (the turn's clock).
 * A screen reader hears it when there is something new to hear: a countdown at a few marks and not every second.
 */
export function StateSentence({ end }: { end?: ReactNode }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const [second] = useSecondLanguage()
  const shown = useRoom(sentence)
  useAloud(shown, locale)
  return (
    <section
      className={`dt-state is-${shown.tone}${shown.lit ? ' is-lit' : ''}`}
      aria-label={t('region.state')}
      data-region="state"
      tabIndex={-1}
    >
      <span className="dt-state-icon">
        <Icon name={shown.icon} />
      </span>
      <div className="dt-state-words">
        <p className="dt-state-text">
          {shown.parts.map((part, index) => (
            <span key={part.key}>{(index > 0 ? ' ' : '') + inWords(locale, part)}</span>
          ))}
        </p>
        {shown.sub.length > 0 ? (
          <p className="dt-state-sub">
            {shown.sub.map((part, index) => (
              <span key={part.key} className={IN_DOCK.has(part.key) ? 'dt-state-again' : undefined}>
                {(index > 0 ? ' ' : '') + inWords(locale, part)}
              </span>
            ))}
          </p>
        ) : null}
        {second === 'none' || second === locale ? null : (
          <Second key={second} shown={shown} language={second} />
        )}
      </div>
      {end ? <div className="dt-state-end">{end}</div> : null}
    </section>
  )
}

/** The same sentence once more, from the same state, in a language of one's own choice; once its words have come. */
function Second({ shown, language }: { shown: Sentence; language: Language }) {
  const [isHere, setHere] = useState(textIn(language, 'floor.free') !== undefined)
  useEffect(() => {
    if (isHere) return
    // the first sentence says it all the same
    fetchSentences(language).then(
      () => setHere(true),
      () => undefined,
    )
  }, [isHere, language])
  if (!isHere) return null
  return (
    <p className="dt-state-second" lang={language} dir={directionOf(language)}>
      <strong>{said(language, shown.parts)}</strong> {said(language, shown.sub)}
    </p>
  )
}

const said = (language: Language, parts: Sentence['parts']): string =>
  parts.map((part) => inWords(language, part)).join(' ')

/** Where this person goes and what is wrong with their line is theirs to hear. */
const isOfOthers = ({ urgent, tone }: Sentence): boolean => !urgent && tone !== 'move' && tone !== 'trouble'

/** My turn interrupts, and what is about me is always said; what the others do waits for a pause, and is said as often as one can follow. */
function useAloud(shown: Sentence, language: Language): void {
  const parts = aloud(shown)
  const key = `${shown.urgent} ${signature(parts)}`
  const mine = signature(parts.filter(isAboutMe))
  const before = useRef('')
  const say = useEffectEvent((asked: string) => {
    const others = isOfOthers(shown) && mine === before.current
    before.current = mine
    if (asked !== '') announce(said(language, parts), { urgent: shown.urgent, topic: 'state', others })
  })
  useEffect(() => say(key), [key])
}
