import type { Language } from '../../../shared/wire.ts'
import { chooseWritten, setLocale, speak, useLocale, wishedLanguage } from './locale.ts'
import { addArabic } from './text.tsx'

/** The words in Arabic come for whoever chose it, those of a session with the session. */
const FIRST = async () => (await import('../../../shared/messages/ar/first.ts')).first
const SESSION = async () => (await import('../../../shared/messages/ar/session.ts')).session

let inSession = false

/** Of a session only the sentence of state, for whoever reads it beside that in their own language. */
export async function fetchArabicSentences(): Promise<void> {
  addArabic((await import('../../../shared/messages/ar/state.ts')).state)
}

async function fetchArabic(): Promise<void> {
  for (const words of await Promise.all(inSession ? [FIRST(), SESSION()] : [FIRST()])) addArabic(words)
}

/** From now on the words of a session are said too. */
export async function withArabicOfSession(): Promise<void> {
  inSession = true
  if (useLocale.getState().chosen === 'ar') await fetchArabic()
}

/** Once, before anything is drawn. When the Arabic words do not come, the page is there all the same. */
export async function startLanguage(): Promise<void> {
  const wished = wishedLanguage()
  if (wished !== 'ar') return speak(wished)
  await fetchArabic().then(
    () => speak('ar'),
    () => speak(chooseWritten(navigator.languages)),
  )
}

/** At once, and remembered on this device; rejects when its words cannot be fetched now. */
export async function chooseLanguage(language: Language): Promise<void> {
  if (language === 'ar') await fetchArabic()
  setLocale(language)
}
