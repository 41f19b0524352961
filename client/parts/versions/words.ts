import { timeOf } from '../ui/when.ts'
import { useLocale, useT } from '../ui/text.tsx'
import type { ReadVersion } from '../../../shared/protocol.ts'
import type { Row } from './rows.ts'

/** What a row is called. */
export function useNameOf(): (row: Row) => string {
  const t = useT()
  return ({ version, isNow }) => {
    if (!version) return t('versions.now')
    return t(isNow ? 'versions.oneNow' : 'versions.one', { number: version.number })
  }
}

/** When it was made, by whom, and why it was kept. Whoever this reader does not know is "een inwoner". */
export function useOriginOf(): (version: ReadVersion) => { when: string; who: string; why: string } {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' })
  return ({ session, at, authors, keptFor }) => {
    const names = [...new Set(authors.map((author) => author ?? t('versions.somebody')))]
    return {
      when: `${t('versions.session', { session })} · ${timeOf(at, locale)}`,
      who: names.length > 0 ? listed.format(names) : t('versions.nobody'),
      why: t(`versions.for.${keptFor}`),
    }
  }
}
