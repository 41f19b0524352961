import type { SessionState } from '../../shared/dialogue/model.ts'

/** What a log came to, in a few figures that hold whatever form a state has. */
export const outcomeOf = ({ phase, order, tableOrder, floors }: SessionState) => ({
  phase: phase.name,
  people: order.length,
  tables: tableOrder.length,
  held: Object.fromEntries(
    Object.entries(floors).map(([room, { heldMs }]) => [
      room,
      Object.values(heldMs).reduce((sum, ms) => sum + ms, 0),
    ]),
  ),
})
