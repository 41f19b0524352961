import { isTextDropItem, type DropItem } from 'react-aria-components'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { placeAt } from './board.ts'
import type { Harvesting } from './useHarvest.ts'

export const AGREEMENT = 'application/x-dialoogtafel-agreement'

/** Those in the set, or those that are not. */
export type Zone = 'set' | 'loose'

interface Board {
  state: SessionState
  harvest: Harvesting
  onMerge: (from: AgreementId[]) => void
}

/** Put down on a card, beside one, or on a list itself. */
export interface Put {
  id: AgreementId
  zone: Zone
  target: { key: AgreementId; side: 'on' | 'before' | 'after' } | null
}

/** What comes of it, whatever it was dragged with: the commands of the menu. */
export function putDown({ state, harvest, onMerge }: Board, { id, zone, target }: Put): void {
  if (target?.side === 'on') {
    if (target.key !== id) onMerge([target.key, id])
    return
  }
  const from = state.agreements[id]?.place ?? null
  if (zone === 'loose') {
    if (from !== null) void harvest.leaveOut(id)
  } else if (target) {
    const place = placeAt(from, state.agreements[target.key]?.place ?? 1, target.side)
    void (from === null ? harvest.take(id, place) : harvest.move(id, place))
  } else if (from === null) void harvest.take(id)
}

interface OnItems {
  items: DropItem[]
}
interface Beside {
  target: { key: unknown; dropPosition: string }
}

const beside = ({ target: { key, dropPosition } }: Beside): Put['target'] => ({
  key: String(key),
  side: dropPosition === 'before' ? 'before' : 'after',
})

/** For a list that is dragged to with the mouse or the keys. */
export function dropsOn({ zone, ...board }: Board & { zone: Zone }) {
  const put = (id: AgreementId | undefined, target: Put['target']): void => {
    if (id !== undefined) putDown(board, { id, zone, target })
  }
  const dropped = {
    onItemDrop: async ({ items, target }: OnItems & { target: { key: unknown } }) =>
      put(await agreementOf(items), { key: String(target.key), side: 'on' }),
    onInsert: async (drop: OnItems & Beside) => put(await agreementOf(drop.items), beside(drop)),
    onRootDrop: async ({ items }: OnItems) => put(await agreementOf(items), null),
  }
  if (zone === 'loose') return dropped
  return {
    ...dropped,
    onReorder: (drop: Beside & { keys: Set<unknown> }) => put(String([...drop.keys][0]), beside(drop)),
  }
}

async function agreementOf(items: DropItem[]): Promise<AgreementId | undefined> {
  const item = items.filter(isTextDropItem).find(({ types }) => types.has(AGREEMENT))
  return item?.getText(AGREEMENT)
}
