import type { SessionState } from '../../../shared/dialogue/model.ts'
import { isFromMerging } from '../../../shared/dialogue/agreements/agreements.ts'
import { sourcesOf } from '../../../shared/dialogue/harvest/theSet.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { useT } from '../ui/text.tsx'
import { VersionsButton } from '../versions/VersionsButton.tsx'
import type { HarvestCard } from './board.ts'
import { PlaceNumber, StandingTag, useTables } from './CardWords.tsx'

/** One agreement of the set under its new number, where it came from, and its words in a detail (H1). */
export function SetLine({ card, state }: { card: HarvestCard; state: SessionState }) {
  const t = useT()
  const tables = useTables()
  const { agreement, role } = card
  const { place, number, presented, lost } = agreement
  const old = sourcesOf(state, agreement).map((one) => one.number)
  const origin = isFromMerging(agreement)
    ? t('agreement.from', { numbers: old.join(', ') })
    : t('harvest.was', { number })
  return (
    <li className={`dt-harvest-line dt-agreements-role is-${role}`}>
      <details>
        <summary>
          <PlaceNumber place={place} /> <strong>{card.title || t('agreement.untitled')}</strong>
        </summary>
        {presented ? <AgreementWords words={presented.words} /> : null}
        {lost === null ? null : <p className="dt-harvest-lost">{t('harvest.lost', { lost })}</p>}
        <p className="dt-small dt-soft">{origin}</p>
        <VersionsButton agreement={agreement} words={presented?.words ?? null} />
      </details>
      <div className="dt-harvest-card-foot">
        <span className="dt-small dt-soft">
          {t(`role.${role}`)} · {tables(card.tables)}
        </span>
        <StandingTag card={card} />
      </div>
    </li>
  )
}
