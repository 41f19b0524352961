import { create } from 'zustand'
import { directionOf, LANGUAGES, LOCALES, type Language, type Locale } from '../../../shared/wire.ts'

export const LOCALE_NAMES: Record<Language, string> = { nl: 'Nederlands', en: 'English', ar: 'العربية' }

const isLanguage = (value: string | null | undefined): value is Language =>
  LANGUAGES.some((language) => language === value)
const isWritten = (value: string): value is Locale => LOCALES.some((locale) => locale === value)

const inShort = (tag: string): string => tag.slice(0, 2).toLowerCase()

/** `?lang=` wins, then an earlier choice on this device, then the browser's languages; Dutch when none of ours is there. */
export function chooseLocale(search: string, stored: string | null, wished: readonly string[]): Language {
  const asked = new URLSearchParams(search).get('lang')
  if (isLanguage(asked)) return asked
  if (isLanguage(stored)) return stored
  return wished.map(inShort).find(isLanguage) ?? 'nl'
}

/** What is read where there is no Arabic: the first of the browser's languages in which everything is written. */
export const chooseWritten = (wished: readonly string[]): Locale =>
  wished.map(inShort).find(isWritten) ?? 'nl'

const KEY = 'dt.locale'

/** Storage may be refused (a private window, a frame): the choice then lasts as long as the page. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // refused: nothing is remembered
  }
}

interface Spoken {
  /** What was chosen. */
  chosen: Language
  /** What the page says now: another one on a screen that has no Arabic. */
  locale: Language
  /** The same, or what is read in its place where there is no Arabic. */
  written: Locale
  /** Screens without Arabic that are shown now. */
  without: number
}

export const useLocale = create<Spoken>()(() => ({ chosen: 'nl', locale: 'nl', written: 'nl', without: 0 }))

function say(chosen: Language, without: number): void {
  const written = isWritten(chosen) ? chosen : chooseWritten(navigator.languages)
  const locale = without > 0 ? written : chosen
  document.documentElement.lang = locale
  document.documentElement.dir = directionOf(locale)
  useLocale.setState({ chosen, locale, written, without })
}

/** The language that was asked for, chosen before, or that the browser wishes. */
export const wishedLanguage = (): Language =>
  chooseLocale(location.search, readStored(KEY), navigator.languages)

export const speak = (language: Language): void => say(language, useLocale.getState().without)

/** At once, and remembered on this device. Arabic needs its words first. */
export function setLocale(language: Language): void {
  writeStored(KEY, language)
  speak(language)
}

function withoutBy(by: number): void {
  const { chosen, without: shown } = useLocale.getState()
  say(chosen, shown + by)
}

/** For as long as a screen without Arabic is shown; answers how it ends. */
export function leaveArabic(): () => void {
  withoutBy(1)
  return () => withoutBy(-1)
}
