import type { Language } from '../../../shared/wire.ts'
import { chooseLanguage } from './language.ts'
import { useT } from './text.tsx'
import { showToast } from './Toast.tsx'

/** Chooses another language; when its words do not come, that is said and everything stays as it was. */
export function useSetLanguage(): (language: Language) => void {
  const t = useT()
  return (language) => void chooseLanguage(language).catch(() => showToast(t('app.notOpened')))
}
