import type { SessionState } from '../../../shared/dialogue/model.ts'
import { isFromMerging } from '../../../shared/dialogue/agreements/agreements.ts'
import { sourcesOf } from '../../../shared/dialogue/harvest/theSet.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { useT } from '../ui/text.tsx'
import { VersionsButton } from '../versions/VersionsButton.tsx'
import type { HarvestCard } from './board.ts'
import { OwnNumber, StandingTag, WhereFrom } from './CardWords.tsx'

/** One agreement of the set under its own number, where it came from, and its words in a detail (H1). */
export function SetLine({ card, state }: { card: HarvestCard; state: SessionState }) {
  const t = useT()
  const { agreement, role } = card
  const { number, presented, lost } = agreement
  const old = sourcesOf(state, agreement).map((one) => one.number)
  return (
    <li className={`dt-harvest-line dt-agreements-role is-${role}`}>
      <details>
        <summary>
          <OwnNumber number={number} /> <strong>{card.title || t('agreement.untitled')}</strong>
        </summary>
        {presented ? <AgreementWords words={presented.words} /> : null}
        {lost === null ? null : <p className="dt-harvest-lost">{t('harvest.lost', { lost })}</p>}
        {isFromMerging(agreement) ? (
          <p className="dt-small dt-soft">{t('agreement.from', { numbers: old.join(', ') })}</p>
        ) : null}
        <VersionsButton agreement={agreement} words={presented?.words ?? null} />
      </details>
      <div className="dt-harvest-card-foot">
        <WhereFrom card={card} role={t(`role.${role}`)} />
        <StandingTag card={card} />
      </div>
    </li>
  )
}
