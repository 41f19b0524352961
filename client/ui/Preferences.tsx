import { LOCALES } from '../../shared/wire.ts'
import { Menu } from './Menu.tsx'
import { LOCALE_NAMES, setLocale, useLocale, useT } from './text.tsx'
import { setTheme, THEMES, useTheme } from './theme.ts'

/** Dutch or English, at once and remembered on this device. */
export function LanguageMenu() {
  const t = useT()
  const chosen = useLocale((locale) => locale.locale)
  return (
    <Menu
      text={t('words.language')}
      icon="globe"
      items={LOCALES.map((id) => ({ id, text: LOCALE_NAMES[id], lang: id, isChosen: id === chosen }))}
      onChoose={setLocale}
    />
  )
}

/** Light, dark, high contrast, or as the device says. */
export function ThemeMenu() {
  const t = useT()
  const chosen = useTheme((theme) => theme.theme)
  return (
    <Menu
      text={t('words.theme')}
      icon="contrast"
      items={THEMES.map((id) => ({ id, text: t(`words.theme.${id}`), isChosen: id === chosen }))}
      onChoose={setTheme}
    />
  )
}
