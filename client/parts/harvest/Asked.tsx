import { tablesOf } from '../../../shared/dialogue/harvest/mayMerge.ts'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { useLocale, useT } from '../ui/text.tsx'

/** Every table that will be asked, and who says yes or no for it. */
export function Asked({ state, from }: { state: SessionState; from: readonly AgreementId[] }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const listed = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <section aria-label={t('harvest.allSayYes')}>
      <p>
        <strong>{t('harvest.allSayYes')}</strong>
      </p>
      <ul className="dt-harvest-set">
        {tablesOf(state, from).map((id) => {
          const { number = 0, facilitators = [] } = state.tables[id] ?? {}
          const names = facilitators.flatMap((person) => state.people[person]?.name ?? [])
          return (
            <li key={id}>
              {t(names.length > 0 ? 'harvest.askedTable' : 'harvest.askedNobody', {
                number,
                names: listed.format(names),
              })}
            </li>
          )
        })}
      </ul>
      <p className="dt-small dt-soft">{t('harvest.oneNo')}</p>
    </section>
  )
}
