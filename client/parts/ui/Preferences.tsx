import { LANGUAGES } from '../../../shared/wire.ts'
import { Menu } from './Menu.tsx'
import { SECOND_LANGUAGES, useSecondLanguage, useSounds } from './ownChoices.ts'
import { LOCALE_NAMES, useLocale, useT } from './text.tsx'
import { setTheme, THEMES, useTheme } from './theme.ts'
import { useSetLanguage } from './useSetLanguage.ts'

/** Dutch, English or Arabic, at once and remembered on this device. */
export function LanguageMenu() {
  const t = useT()
  const { chosen } = useLocale()
  const setLanguage = useSetLanguage()
  return (
    <Menu
      text={t('words.language')}
      icon="globe"
      items={LANGUAGES.map((id) => ({ id, text: LOCALE_NAMES[id], lang: id, isChosen: id === chosen }))}
      onChoose={setLanguage}
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

/** The sentence at the top a second time, in another language; the rest of the screen stays as it is. */
export function SecondSentenceMenu() {
  const t = useT()
  const [chosen, choose] = useSecondLanguage()
  return (
    <Menu
      text={t('words.second')}
      icon="talk"
      items={SECOND_LANGUAGES.map((id) => ({
        id,
        text: id === 'none' ? t('words.second.none') : LOCALE_NAMES[id],
        lang: id === 'none' ? undefined : id,
        isChosen: id === chosen,
      }))}
      onChoose={choose}
    />
  )
}

export function SoundMenu() {
  const t = useT()
  const [on, setOn] = useSounds()
  return (
    <Menu
      text={t('words.sounds')}
      icon="bell"
      items={(['on', 'off'] as const).map((id) => ({
        id,
        text: t(`words.sounds.${id}`),
        isChosen: (id === 'on') === on,
      }))}
      onChoose={(id) => setOn(id === 'on')}
    />
  )
}
