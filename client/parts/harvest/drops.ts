import { isTextDropItem, type DropItem } from 'react-aria-components'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { placeAt } from './board.ts'
import type { Harvesting } from './useHarvest.ts'

export const AGREEMENT = 'application/x-dialoogtafel-agreement'

interface DropZone {
  state: SessionState
  zone: 'set' | 'loose'
  harvest: Harvesting
  onMerge: (from: AgreementId[]) => void
}
interface OnItems {
  items: DropItem[]
}
interface Beside {
  target: { key: unknown; dropPosition: string }
}

/** What happens with what is put down on a card, between two, or on the list itself: the commands of the menu. */
export function dropsOn({ state, zone, harvest, onMerge }: DropZone) {
  const placeOf = (id: AgreementId): number | null => state.agreements[id]?.place ?? null
  const beside = (id: AgreementId, { target }: Beside): void => {
    if (zone === 'loose') return void harvest.leaveOut(id)
    const from = placeOf(id)
    const place = placeAt(
      from,
      placeOf(String(target.key)) ?? 1,
      target.dropPosition === 'before' ? 'before' : 'after',
    )
    if (from === null) void harvest.take(id, place)
    else void harvest.move(id, place)
  }
  const dropped = {
    onItemDrop: async ({ items, target }: OnItems & { target: { key: unknown } }) => {
      const id = await agreementOf(items)
      if (id !== undefined && id !== target.key) onMerge([String(target.key), id])
    },
    onInsert: async (drop: OnItems & Beside) => {
      const id = await agreementOf(drop.items)
      if (id !== undefined) beside(id, drop)
    },
    onRootDrop: async ({ items }: OnItems) => {
      const id = await agreementOf(items)
      if (id !== undefined) void (zone === 'loose' ? harvest.leaveOut(id) : harvest.take(id))
    },
  }
  if (zone === 'loose') return dropped
  const onReorder = (drop: Beside & { keys: Set<unknown> }) => beside(String([...drop.keys][0]), drop)
  return { ...dropped, onReorder }
}

async function agreementOf(items: DropItem[]): Promise<AgreementId | undefined> {
  const item = items.filter(isTextDropItem).find(({ types }) => types.has(AGREEMENT))
  return item?.getText(AGREEMENT)
}
