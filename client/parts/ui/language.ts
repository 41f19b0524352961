import type { Language } from '../../../shared/wire.ts'
import { chooseWritten, setLocale, speak, useLocale, wishedLanguage } from './locale.ts'
import { addTexts, fetchEnglish } from './text.tsx'

/** Dutch comes with each part. The words in Arabic come for whoever chose it, those of a session with the session. */
const FIRST = async () => (await import('../../../shared/messages/ar/first.ts')).first
const SESSION = async () => (await import('../../../shared/messages/ar/session.ts')).session

let inSession = false

async function fetchArabic(): Promise<void> {
  for (const words of await Promise.all(inSession ? [FIRST(), SESSION()] : [FIRST()])) addTexts('ar', words)
}

/** What it takes to read one language; in Arabic also what is read where there is none. */
async function fetchWords(language: Language): Promise<void> {
  if (language === 'ar') await fetchArabic()
  if (language === 'en') await fetchEnglish()
  // what does not come now is asked for again with the next part, and is in Dutch until then
  else if (language === 'ar' && chooseWritten(navigator.languages) === 'en')
    await fetchEnglish().catch(() => undefined)
}

/** Of a session only the sentence of state, for whoever reads it beside that in their own language. */
export async function fetchSentences(language: Language): Promise<void> {
  if (language === 'ar') addTexts('ar', (await import('../../../shared/messages/ar/state.ts')).state)
  else await fetchWords(language)
}

/** What was added in Dutch, also in English for whoever reads that. */
export async function fetchEnglishIfRead(): Promise<void> {
  if (useLocale.getState().written === 'en') await fetchEnglish()
}

/** From now on the words of a session are said too. */
export async function withArabicOfSession(): Promise<void> {
  inSession = true
  if (useLocale.getState().chosen === 'ar') await fetchArabic()
}

/** Once, before anything is drawn. When the words of a language do not come, the page is there all the same. */
export async function startLanguage(): Promise<void> {
  for (const language of [wishedLanguage(), chooseWritten(navigator.languages), 'nl'] as const) {
    const isHere = await fetchWords(language).then(
      () => true,
      () => false,
    )
    if (isHere) return speak(language)
  }
}

/** At once, and remembered on this device; rejects when its words cannot be fetched now. */
export async function chooseLanguage(language: Language): Promise<void> {
  await fetchWords(language)
  setLocale(language)
}
