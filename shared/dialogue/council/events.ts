import type { PlainWords, Words } from '../../agreement/canonical.ts'
import { isWithCouncil, type Verdict } from '../agreements/agreement.ts'
import { moved, movedTo } from '../agreements/agreements.ts'
import { toCouncil, toSet, type EventDeclarations } from '../event.ts'
import { each, fields, orNull, plain } from '../give.ts'
import type { AgreementId, SessionState } from '../model.ts'
import * as shown from '../shown.ts'
import { judgedOf, NO_COUNCIL, type Council, type Judged } from './council.ts'
import type { councilSchemas } from './eventSchemas.ts'

const onCouncil = (state: SessionState, change: Partial<Council>): SessionState => ({
  ...state,
  council: { ...state.council, ...change },
})

interface Offered {
  agreement: AgreementId
  words: Words
  hash: string
}

interface Compared {
  agreement: AgreementId
  verdict: Verdict
  words: PlainWords | null
}

/** What somebody wrote about it stays as long as it is about the same words. */
function judgedAnew(state: SessionState, { agreement, verdict, words }: Compared): Judged {
  const before = judgedOf(state.council, agreement)
  const same = before?.verdict === verdict && JSON.stringify(before.words) === JSON.stringify(words)
  return { agreement, verdict, words, by: same ? before.by : '', reason: same ? before.reason : '' }
}

/** The set goes to the council, and what became of it there; who may know of that waits for the organiser. */
export const councilEvents: EventDeclarations<typeof councilSchemas> = {
  // before a harvest all that is agreed is the set
  SetOffered: {
    audience: toSet,
    shown: { set: each(fields<Offered>({ agreement: plain, words: shown.words, hash: plain })) },
    apply: (state, { set }, at) => {
      const offered = set.reduce(
        (next, { agreement }, index) =>
          moved(next, agreement, 'SetOffered', (one) => ({ ...one, place: index + 1 })),
        state,
      )
      return onCouncil(offered, { offeredAt: at })
    },
  },

  SetTakenBack: {
    audience: toSet,
    shown: {},
    apply: (state) => {
      const there = Object.values(state.agreements).filter(isWithCouncil)
      const back = there.reduce((next, { id }) => movedTo(next, id, 'SetTakenBack', 'inSet'), state)
      return { ...back, council: NO_COUNCIL }
    },
  },

  CouncilDecided: {
    audience: toCouncil,
    shown: {
      judged: each(fields<Compared>({ agreement: plain, verdict: plain, words: orNull(shown.plainWords) })),
    },
    apply: (state, { judged }, at) => {
      const decided = judged.reduce(
        (next, { agreement, verdict }) => movedTo(next, agreement, 'CouncilDecided', verdict),
        state,
      )
      return onCouncil(decided, { decision: { at, judged: judged.map((one) => judgedAnew(state, one)) } })
    },
  },

  VerdictExplained: {
    audience: toCouncil,
    shown: { agreement: plain, by: plain, reason: plain },
    apply: (state, { agreement, by, reason }) => {
      const { decision } = state.council
      if (!decision) return state
      const judged = decision.judged.map((one) =>
        one.agreement === agreement ? { ...one, by, reason } : one,
      )
      return onCouncil(state, { decision: { ...decision, judged } })
    },
  },

  DecisionPublished: {
    audience: toCouncil,
    shown: { listed: plain },
    apply: (state, { listed }, at) =>
      onCouncil(state, { published: { at: state.council.published?.at ?? at, listed } }),
  },

  DecisionHidden: {
    audience: toCouncil,
    shown: {},
    apply: (state) => onCouncil(state, { published: null }),
  },

  AgreementFollowed: {
    audience: toCouncil,
    shown: { agreement: plain, state: plain, text: plain },
    apply: (before, { agreement, state, text }, at) => {
      const followed = movedTo(before, agreement, 'AgreementFollowed', state)
      const line = { agreement, state, text, at }
      return onCouncil(followed, { follow: [...before.council.follow, line] })
    },
  },
}
