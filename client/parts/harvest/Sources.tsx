import type { AgreementId } from '../../../shared/dialogue/model.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import type { HarvestCard } from './board.ts'
import { useTables } from './CardWords.tsx'

interface SourcesProps {
  cards: HarvestCard[]
  /** Numbers of the tables that are this person's. */
  own?: readonly number[]
  onRemove?: (id: AgreementId) => void
}

/** What is to become one, beside each other, each as its tables wrote it. */
export function Sources({ cards, own = [], onRemove }: SourcesProps) {
  const t = useT()
  const tables = useTables()
  return (
    <ul className="dt-harvest-sources">
      {cards.map(({ agreement, title, tables: numbers }) => {
        const name = title || t('agreement.untitled')
        const mine = numbers.some((number) => own.includes(number))
        return (
          <li key={agreement.id} className={mine ? 'dt-harvest-source is-own' : 'dt-harvest-source'}>
            <p className="dt-small dt-soft">
              <strong>{t(mine ? 'harvest.wroteOwn' : 'harvest.wrote', { tables: tables(numbers) })}</strong>
            </p>
            <p>
              <strong>
                <bdi>{name}</bdi>
              </strong>
            </p>
            {agreement.presented ? <AgreementWords words={agreement.presented.words} /> : null}
            {onRemove ? (
              <Button
                icon="close"
                size="small"
                variant="quiet"
                aria-label={t('harvest.notThisName', { title: name })}
                onPress={() => onRemove(agreement.id)}
              >
                {t('harvest.notThis')}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
