import { useLayoutEffect } from 'react'
import { leaveArabic, useLocale } from './locale.ts'
import { translate } from './text.tsx'
import { showToast } from './Toast.tsx'

/**
 * A screen that has no Arabic: while it is shown the whole page is in a language everything is written in. Whoever chose Arabic is told so
 * in Arabic.
 */
export function useWithoutArabic(): void {
  useLayoutEffect(() => {
    const back = leaveArabic()
    if (useLocale.getState().chosen === 'ar')
      showToast(translate('ar', 'words.withoutArabic'), { language: 'ar' })
    return back
  }, [])
}
