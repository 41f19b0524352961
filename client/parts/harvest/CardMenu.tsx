import { isToPresent, mergeOf, theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { Menu } from '../ui/Menu.tsx'
import type { MenuChoice } from '../ui/MenuList.tsx'
import { useT } from '../ui/text.tsx'
import { isLoose, partnersOf, type HarvestCard } from './board.ts'
import type { Harvesting } from './useHarvest.ts'

interface CardMenuProps {
  card: HarvestCard
  state: SessionState
  harvest: Harvesting
  onMerge: (from: AgreementId[]) => void
}

/** Everything that dragging does with it, and more, in one list. */
export function CardMenu({ card, state, harvest, onMerge }: CardMenuProps) {
  const t = useT()
  const title = card.title || t('agreement.untitled')
  return (
    <Menu
      icon="more"
      text={t('harvest.more')}
      label={t('harvest.moreName', { title })}
      size="small"
      items={choices(card, state, t)}
      onChoose={(chosen) => {
        const { id, place } = card.agreement
        if (chosen === 'take') void harvest.take(id)
        else if (chosen === 'up') void harvest.move(id, (place ?? 2) - 1)
        else if (chosen === 'down') void harvest.move(id, (place ?? 0) + 1)
        else if (chosen === 'leaveOut') void harvest.leaveOut(id)
        else if (chosen === 'unmerge') void harvest.unmerge(id)
        else onMerge([id])
      }}
    />
  )
}

function choices(card: HarvestCard, state: SessionState, t: ReturnType<typeof useT>): MenuChoice<string>[] {
  const { id, place, origins } = card.agreement
  const waits = mergeOf(state, id) !== undefined
  const items: MenuChoice<string>[] = []
  if (isLoose(card.agreement)) items.push({ id: 'take', icon: 'plus', text: t('harvest.take') })
  if (partnersOf(state, [id]).length > 0)
    items.push({ id: 'merge', icon: 'merge', text: t('harvest.mergeWith') })
  if (place !== null && place > 1) items.push({ id: 'up', icon: 'up', text: t('harvest.up') })
  if (place !== null && place < theSet(state).length)
    items.push({ id: 'down', icon: 'down', text: t('harvest.down') })
  if (origins.length > 0 && !waits) items.push({ id: 'unmerge', icon: 'split', text: t('harvest.unmerge') })
  if (place !== null && !waits && !isToPresent(card.agreement))
    items.push({ id: 'leaveOut', icon: 'close', text: t('harvest.leaveOut') })
  return items
}
