import { create } from 'zustand'
import { LOCALES, type Locale } from '../../../shared/wire.ts'

export const LOCALE_NAMES: Record<Locale, string> = { nl: 'Nederlands', en: 'English' }

const isLocale = (value: string | null | undefined): value is Locale =>
  LOCALES.some((locale) => locale === value)

/** `?lang=` wins, then an earlier choice on this device, then the browser's languages; Dutch when none of ours is there. */
export function chooseLocale(search: string, stored: string | null, wished: readonly string[]): Locale {
  const asked = new URLSearchParams(search).get('lang')
  if (isLocale(asked)) return asked
  if (isLocale(stored)) return stored
  return wished.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale) ?? 'nl'
}

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

export const useLocale = create<{ locale: Locale }>()(() => ({ locale: 'nl' }))

function speak(locale: Locale): void {
  document.documentElement.lang = locale
  document.documentElement.dir = 'ltr'
  useLocale.setState({ locale })
}

/** Once, before anything is drawn: the language that was asked for, chosen before, or that the browser wishes. */
export function startLocale(): void {
  speak(chooseLocale(location.search, readStored(KEY), navigator.languages))
}

export function setLocale(locale: Locale): void {
  writeStored(KEY, locale)
  speak(locale)
}
