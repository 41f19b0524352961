import { nextUp, speakingOrder, type Next, type Place } from '../../../shared/dialogue/floor/speakingOrder.ts'
import type { Floor, PersonId } from '../../../shared/dialogue/model.ts'
import { floorOf, type RoomView } from './view.ts'

export type { Place } from '../../../shared/dialogue/floor/speakingOrder.ts'

/** What the order depends on; nobody but whoever leads knows anything of others' time (S3). */
const around = ({ present, now }: RoomView) => ({ present, now, spokenMs: {} })

/** Who comes after the holder, in the one order of every screen (F1). */
export const lineOf = (view: RoomView): Place[] => speakingOrder(view.state, view.room, around(view))

/** Who is called next; nobody where the order is not a promise. */
export const nextOf = (view: RoomView): Next | null =>
  isNumbered(floorOf(view)) ? nextUp(view.state, view.room, around(view)) : null

/** Where somebody stands in this line; undefined when they do not, or have just lowered their hand. */
export const placeIn = (line: readonly Place[], person: PersonId): Place | undefined =>
  line.find((place) => place.person === person && !place.kept)

/** The last who is called before this place comes. */
export const comesBefore = (line: readonly Place[], place: Place): Place | undefined =>
  line.slice(0, line.indexOf(place)).findLast(({ kept, passedOver }) => !kept && !passedOver)

/** The orders in which a place is a promise; with quiet first the facilitator picks, in free talk nobody is called (F6). */
export const isNumbered = ({ mode }: Floor): boolean => mode === 'firstCome' || mode === 'round'
