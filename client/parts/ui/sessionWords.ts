import { agreement } from '../../../shared/messages/agreement.ts'
import { help } from '../../../shared/messages/help.ts'
import { review } from '../../../shared/messages/review.ts'
import { room } from '../../../shared/messages/room.ts'
import { state } from '../../../shared/messages/state.ts'

/** What the screens of a session say, save those of the desk and the organiser; each feature has a catalogue of its own, and no two may name a message alike. */
export const SESSION_WORDS = [state, help, room, review, agreement] as const
