import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { cardOf, partnersOf, type HarvestCard } from './board.ts'
import { useTables } from './CardWords.tsx'

interface PartnersProps {
  state: SessionState
  /** What is to be merged with one of them. */
  of: Agreement
  onChoose: (id: AgreementId) => void
}

/** What this agreement may be merged with now: its own role's first, since roles merge only after that (H2). */
export function Partners({ state, of, onChoose }: PartnersProps) {
  const t = useT()
  const tables = useTables()
  const { role } = cardOf(state, of)
  const partners = partnersOf(state, [of.id])
  const near = partners.filter((card) => card.role === role)
  const where = (card: HarvestCard): string =>
    t(card.role === role ? 'harvest.sameRole' : 'harvest.otherRole', {
      tables: tables(card.tables),
      role: t(`role.${card.role}`),
    })
  return (
    <ul className="dt-harvest-partners" aria-label={t('harvest.mergeWith')}>
      {[...near, ...partners.filter((card) => !near.includes(card))].map((card) => (
        <li key={card.agreement.id}>
          <Button icon="merge" wide onPress={() => onChoose(card.agreement.id)}>
            {t('agreement.number', { number: card.agreement.number })}:{' '}
            {card.title || t('agreement.untitled')} <small>{where(card)}</small>
          </Button>
        </li>
      ))}
    </ul>
  )
}
