import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { AgreementId, GovernmentRole, SessionState } from '../../../shared/dialogue/model.ts'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { VersionsButton } from '../versions/VersionsButton.tsx'
import type { HarvestCard } from './board.ts'
import { CardMenu } from './CardMenu.tsx'
import { OwnNumber, StandingTag, WhereFrom } from './CardWords.tsx'
import { AGREEMENT, dropsOn, type Zone } from './drops.ts'
import type { CarriedCard } from './touch.ts'
import type { Harvesting } from './useHarvest.ts'

/** Only among its own role's agreements is there a place between two. */
const ofRole = (role: GovernmentRole): string => `${AGREEMENT}-${role}`

interface CardListProps {
  state: SessionState
  role: GovernmentRole
  zone: Zone
  label: string
  cards: HarvestCard[]
  empty: string
  harvest: Harvesting
  onMerge: (from: AgreementId[]) => void
  /** By a finger. */
  carried: CarriedCard | null
}

/**
 * Agreements of one role as cards to drag: onto another to merge them, between two to give it that place, into the set and out of it.
 * With the keyboard: Enter on the grip picks up, Tab and arrows go along the places, Enter puts down.
 */
export function CardList(props: CardListProps) {
  const { role, zone, label, cards, empty, carried } = props
  const { over, thing } = carried ?? {}
  const isOver = thing?.role === role && over?.zone === zone && over.target === null
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [AGREEMENT]: String(key),
        [ofRole(role)]: String(key),
        'text/plain': cards.find(({ agreement }) => agreement.id === key)?.title ?? '',
      })),
    acceptedDragTypes: [AGREEMENT],
    getDropOperation: (target, types) =>
      (target.type === 'item' && target.dropPosition === 'on') || types.has(ofRole(role)) ? 'move' : 'cancel',
    ...dropsOn(props),
    renderDropIndicator: (target) => <DropIndicator target={target} className="dt-harvest-between" />,
  })
  return (
    <GridList
      className={`dt-harvest-cards is-${zone}${isOver ? ' is-over' : ''}`}
      aria-label={label}
      data-zone={zone}
      data-role={role}
      items={cards.map((card) => ({ ...card, id: card.agreement.id }))}
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() => <p className="dt-small dt-soft">{empty}</p>}
    >
      {(card) => <Card {...props} card={card} />}
    </GridList>
  )
}

function Card({ card, state, harvest, onMerge, carried }: CardListProps & { card: HarvestCard }) {
  const t = useT()
  const { id, number, presented, lost } = card.agreement
  const title = card.title || t('agreement.untitled')
  const target = carried?.over?.target
  const touched = target?.key === id ? ` is-${target.side}` : carried?.thing.id === id ? ' is-carried' : ''
  return (
    <GridListItem
      id={id}
      className={`dt-agreements-card dt-harvest-card${touched}`}
      data-agreement={id}
      textValue={`${t('agreement.number', { number })}: ${title}`}
    >
      <div className="dt-harvest-card-head">
        <OwnNumber number={number} />
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <Button slot="drag" className="dt-harvest-grip" aria-label={t('harvest.drag', { title })}>
          <Icon name="grip" />
        </Button>
      </div>
      {presented ? <AgreementWords words={presented.words} /> : null}
      {lost === null ? null : <p className="dt-harvest-lost">{t('harvest.lost', { lost })}</p>}
      <p className="dt-harvest-drop" aria-hidden="true">
        <Icon name="merge" />
        {t('harvest.letGo')}
      </p>
      <div className="dt-harvest-card-foot">
        <WhereFrom card={card} />
        <StandingTag card={card} />
        <VersionsButton agreement={card.agreement} words={presented?.words ?? null} />
        <CardMenu card={card} state={state} harvest={harvest} onMerge={onMerge} />
      </div>
    </GridListItem>
  )
}
