import { presentIn } from '../../../client/core/session/present.ts'
import type { RoomView } from '../../../client/core/room/view.ts'
import { maySeePresence, project } from '../../../shared/dialogue/project.ts'
import type { Presence } from '../../../shared/protocol.ts'
import type { World } from '../../domain/support/world.ts'

/** Who is there, as the server tells this viewer. */
const presenceFor = ({ state, present }: World, viewer: string): Record<string, Presence> =>
  Object.fromEntries(
    state.order
      .filter((person) => maySeePresence(state, viewer, person))
      .map((person): [string, Presence] => [
        person,
        { person, state: present.has(person) ? 'here' : 'away', since: 0, status: null },
      ]),
  )

/** What this person's screen knows of a room of the world. */
export function viewOf(world: World, me: string, room: string): RoomView {
  const state = project(world.state, me)
  return {
    state,
    me,
    room,
    now: world.now,
    present: presentIn(state, { me, presence: presenceFor(world, me) }),
    speaking: [],
    connection: 'live',
    closed: null,
    backSince: null,
    media: { state: 'on', at: room },
    microphoneOn: false,
    measured: true,
  }
}
