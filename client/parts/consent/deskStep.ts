import { outcome, unheard, whoSaid, type ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import type { CommandType } from '../../../shared/dialogue/commands.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { isHere, leads, onPhone, placeOf } from '../../../shared/dialogue/places.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'
import type { MessageKey } from '../ui/text.tsx'

/** Something whoever leads can do with the round. */
export interface Action {
  key: MessageKey
  type: CommandType
  payload: Record<string, unknown>
}

export interface DeskStep {
  /** What comes next; null while people are being asked, or where a note is still to be written. */
  main: Action | null
  others: Action[]
  /** Asked, and not heard yet (C4). */
  unheard: PersonId[]
  /** For whom an answer can be entered: whose turn it is, and guests on the telephone (C5). */
  sayAloud: PersonId[]
  /** Whose note is to be written (C6). */
  objectors: PersonId[]
}

const QUIET: DeskStep = { main: null, others: [], unheard: [], sayAloud: [], objectors: [] }

/** What whoever leads can do now, by the same rules as the server. Null without a round. */
export function deskStep(view: RoomView): DeskStep | null {
  const { consent } = floorOf(view)
  if (!consent) return null
  const { room } = view
  const step = (to: 'clear' | 'react' | 'read', key: MessageKey): Action => ({
    key,
    type: 'stepConsent',
    payload: { room, step: to },
  })
  const ask: Action = { key: 'consent.ask', type: 'askConsent', payload: { room } }
  const revise = reviseOf(view, consent)
  switch (consent.step) {
    case 'clear':
      return { ...QUIET, main: step('react', 'consent.to.react'), others: revise }
    case 'react':
      return {
        ...QUIET,
        main: step('read', 'consent.to.read'),
        others: [step('clear', 'consent.to.clear'), ...revise],
      }
    case 'read':
      return { ...QUIET, main: ask, others: [step('react', 'consent.back'), ...revise] }
    case 'ask':
      return asking(view, consent, revise)
    case 'open':
      return opened(view, consent, revise)
  }
}

/** Another text, at any moment: for whoever leads the table where it is written (C3). */
function reviseOf({ state, me }: RoomView, { agreement: id }: ConsentRound): Action[] {
  const table = state.agreements[id]?.table
  if (table === undefined || !leads(state, me, table)) return []
  return [{ key: 'agreement.revise', type: 'reviseAgreement', payload: { table, agreement: id } }]
}

function asking(view: RoomView, consent: ConsentRound, revise: Action[]): DeskStep {
  const { state, room, present } = view
  const { turn } = floorOf(view)
  const missing = unheard(consent)
  const here = missing.filter((person) => isHere(state, person, present) && placeOf(state, person) === room)
  const open: Action = { key: 'consent.open', type: 'openConsent', payload: { room } }
  const again: Action = { key: 'consent.askAgain', type: 'askAgain', payload: { room } }
  const mayOpen = here.length === 0 && consent.answered.length > 0
  const mayAsk = missing.length > 0 && !turn
  const [main = null, ...others] = [...(mayOpen ? [open] : []), ...(mayAsk ? [again] : [])]
  const sayAloud = consent.order.filter((person) => turn?.person === person || onPhone(state, person))
  return { ...QUIET, main, others: [...others, ...revise], unheard: missing, sayAloud }
}

function opened({ room }: RoomView, consent: ConsentRound, revise: Action[]): DeskStep {
  const how = outcome(consent)
  const close: Action = { key: `consent.close.${how}`, type: 'closeConsent', payload: { room } }
  const [another] = revise
  if (how === 'returned' && another) return { ...QUIET, main: another, others: [close] }
  if (how !== 'noted') return { ...QUIET, main: close, others: how === 'agreed' ? [] : revise }
  return {
    ...QUIET,
    main: consent.note === null ? null : close,
    others: revise,
    objectors: whoSaid(consent, 'objects'),
  }
}
