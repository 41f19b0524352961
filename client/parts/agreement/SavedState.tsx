import { useEffect, useRef, useState } from 'react'
import { announce } from '../ui/Announcer.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import type { Saved } from '../../core/texts/saving.ts'

/**
 * Every key is on its way for a few milliseconds; only a wait that a person can notice is shown. After words that could
 * not be sent nothing is said to be saved before it is.
 */
const CALM_MS = 150

function useCalm(saved: Saved): Saved {
  const [before, setBefore] = useState(saved)
  const [slow, setSlow] = useState(false)
  if (saved !== before) {
    setBefore(saved)
    setSlow(before === 'unsent')
  }
  useEffect(() => {
    if (saved !== 'saving') return
    const timer = setTimeout(() => setSlow(true), CALM_MS)
    return () => clearTimeout(timer)
  }, [saved])
  return saved === 'saving' && !slow ? 'saved' : saved
}

/** "Opgeslagen" appears only after the server has said so. A screen reader hears of trouble and of its end, not of every key. */
export function SavedState({ saved }: { saved: Saved }) {
  const t = useT()
  const shown = useCalm(saved)
  const trouble = useRef(false)
  useEffect(() => {
    if (shown === 'unsent' && !trouble.current)
      announce(`${t('agreement.unsent')}. ${t('agreement.unsentSub')}`)
    if (shown === 'saved' && trouble.current) announce(t('agreement.saved'))
    if (shown !== 'saving') trouble.current = shown === 'unsent'
  }, [shown, t])
  return (
    <span className={`dt-agreement-saved dt-with-icon is-${shown}`}>
      {shown === 'saving' ? null : <Icon name={shown === 'saved' ? 'check' : 'offline'} />}
      {t(`agreement.${shown}`)}
    </span>
  )
}
