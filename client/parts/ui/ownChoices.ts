import { useRemembered, useRememberedText } from './remembered.ts'

export const SECOND_LANGUAGES = ['none', 'en', 'nl', 'ar'] as const
/** The language the sentence of state is also shown in. */
export type SecondLanguage = (typeof SECOND_LANGUAGES)[number]

/** The person's own choice, remembered on this device. */
export function useSecondLanguage(): [SecondLanguage, (language: SecondLanguage) => void] {
  const [stored, store] = useRememberedText('secondSentence')
  return [SECOND_LANGUAGES.find((language) => language === stored) ?? 'none', store]
}

/** Whether soft sounds go with one's turn, its clock and a move. Words always say the same. */
export const useSounds = (): [boolean, (on: boolean) => void] => useRemembered('sounds', true)
