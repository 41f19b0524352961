import { useEffect, useState } from 'react'
import type { Words } from '../../../shared/agreement/canonical.ts'
import { plain } from '../../../shared/agreement/richText.ts'
import { Button } from '../ui/Button.tsx'
import { useLocale, useT } from '../ui/text.tsx'

/** A voice on the device itself: no word may leave for somebody else's computer. */
function localVoice(locale: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  const voices = window.speechSynthesis.getVoices()
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(locale)) ?? null
}

function useLocalVoice(): SpeechSynthesisVoice | null {
  const locale = useLocale((chosen) => chosen.written)
  const [voice, setVoice] = useState(() => localVoice(locale))
  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const look = () => setVoice(localVoice(locale))
    look()
    window.speechSynthesis.addEventListener('voiceschanged', look)
    return () => window.speechSynthesis.removeEventListener('voiceschanged', look)
  }, [locale])
  return voice
}

/** Reads one agreement aloud; absent where the device has no voice of its own for this language. */
export function ReadAloud({ words: { title, text, why } }: { words: Words }) {
  const t = useT()
  const voice = useLocalVoice()
  const [reading, setReading] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!voice) return null

  const read = () => {
    if (reading) return window.speechSynthesis.cancel()
    const words = [title, plain(text), ...(why.length > 0 ? [t('agreement.why'), plain(why)] : [])]
    const utterance = new SpeechSynthesisUtterance(words.filter(Boolean).join('. '))
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.addEventListener('end', () => setReading(false))
    utterance.addEventListener('error', () => setReading(false))
    setReading(true)
    window.speechSynthesis.speak(utterance)
  }
  return (
    <Button icon={reading ? 'stop' : 'sound'} onPress={read}>
      {t(reading ? 'agreement.stopReading' : 'agreement.readAloud')}
    </Button>
  )
}
