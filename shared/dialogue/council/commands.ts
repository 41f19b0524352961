import * as z from 'zod'
import { FOLLOW_STATES, VERDICTS } from '../agreements/agreement.ts'
import { agreementNamed } from '../agreements/agreements.ts'
import { councilSet } from '../agreements/councilSet.ts'
import { numbered } from '../agreements/numbered.ts'
import { command } from '../command.ts'
import { accept, refuse, type RefusalCode } from '../decision.ts'
import { isToPresent, theSet } from '../harvest/theSet.ts'
import type { AgreementId, SessionState } from '../model.ts'
import { organiser, system, type Who } from '../permissions.ts'
import { always, outsideTables } from '../phases.ts'
import { isShared } from '../places.ts'
import { anyLine, anyProse, id, prose } from '../text.ts'
import { atCouncil } from './atCouncil.ts'
import { isExplained, judgedOf, unexplained } from './council.ts'

/** Nobody sits at a table; also before a further session begins. */
const together = ['lobby', ...outsideTables] as const

/** The clerk of the council does what comes after it was offered. */
const recording: Who = { ...organiser, clerk: 'anywhere' }

const nothing = z.strictObject({})
/** Longer is cut off before it comes here. */
export const COUNCIL_WORDS = 10_000
const councilWords = z.strictObject({
  title: anyProse(COUNCIL_WORDS),
  text: anyProse(COUNCIL_WORDS),
  why: anyProse(COUNCIL_WORDS),
})

/** The agreements that go to the council as the set stands, each with its fixed words. */
const toOffer = (state: SessionState) =>
  councilSet(
    state,
    numbered(state, () => null),
  ).set.flatMap(({ agreement: { id: agreement, presented } }) =>
    presented ? [{ agreement, words: presented.words, hash: presented.hash }] : [],
  )

const isFollowed = (state: SessionState): boolean =>
  atCouncil(state).some((one) => one.state === 'done' || one.state === 'evaluated')

/** Why no other decision can take the place of what is known; null: it can. */
export function refusedRecording(state: SessionState): RefusalCode | null {
  if (atCouncil(state).length === 0) return 'not_offered'
  if (state.council.published) return 'decision_published'
  return isFollowed(state) ? 'set_followed' : null
}

/** All of the set, and the very words that lie with the council. */
function isAboutTheSet(
  state: SessionState,
  judged: readonly { agreement: AgreementId; hash: string }[],
): boolean {
  const set = atCouncil(state)
  const same = set.every(({ id: agreement, presented }, index) => {
    const one = judged[index]
    return one?.agreement === agreement && one.hash === presented?.hash
  })
  return same && judged.length === set.length
}

/** H3, H4: the set goes to the council, its text is compared with the set, and what is done with it is told. */
export const councilCommands = {
  offerSet: command({
    who: organiser,
    phases: together,
    schema: nothing,
    rule: (state) => {
      if (!isShared(state)) return refuse('not_shared')
      if (atCouncil(state).length > 0) return accept()
      if (state.harvest.merges.length > 0) return refuse('merge_waits')
      if (theSet(state).some(isToPresent)) return refuse('still_to_present')
      const set = toOffer(state)
      return set.length > 0 ? accept({ type: 'SetOffered', set }) : refuse('set_empty')
    },
  }),

  /** What was compared with it goes too: another set is another question to the council. */
  takeBackSet: command({
    who: organiser,
    phases: together,
    schema: nothing,
    rule: (state) => {
      if (atCouncil(state).length === 0) return accept()
      const code = refusedRecording(state)
      return code ? refuse(code) : accept({ type: 'SetTakenBack' })
    },
  }),

  /** What the server found in the council's text, in the order of the set. About another set than lies there now, it is nothing. */
  recordDecision: command({
    who: system,
    phases: always,
    schema: z.strictObject({
      judged: z.array(
        z.strictObject({
          agreement: id,
          hash: anyLine(64),
          verdict: z.enum(VERDICTS),
          words: councilWords.nullable(),
        }),
      ),
    }),
    rule: (state, { judged }) => {
      if (refusedRecording(state) || !isAboutTheSet(state, judged)) return accept()
      const compared = judged.map(({ agreement, verdict, words }) => ({ agreement, verdict, words }))
      return accept({ type: 'CouncilDecided', judged: compared })
    },
  }),

  explainVerdict: command({
    who: recording,
    phases: always,
    schema: z.strictObject({ agreement: id, by: anyLine(200), reason: anyProse(2_000) }),
    rule: ({ council }, { agreement, by, reason }) => {
      const judged = judgedOf(council, agreement)
      if (!judged) return refuse(council.decision ? 'no_such_agreement' : 'not_decided')
      if (judged.verdict === 'adopted') return refuse('nothing_to_explain')
      const next = { ...judged, by, reason: reason.trim() }
      if (council.published && !isExplained(next)) return refuse('verdict_unexplained')
      if (next.by === judged.by && next.reason === judged.reason) return accept()
      return accept({ type: 'VerdictExplained', agreement, by, reason: next.reason })
    },
  }),

  publishDecision: command({
    who: recording,
    phases: always,
    schema: z.strictObject({ listed: z.boolean() }),
    rule: ({ council }, { listed }) => {
      if (!council.decision) return refuse('not_decided')
      if (unexplained(council).length > 0) return refuse('verdict_unexplained')
      return council.published?.listed === listed ? accept() : accept({ type: 'DecisionPublished', listed })
    },
  }),

  hideDecision: command({
    who: recording,
    phases: always,
    schema: nothing,
    rule: ({ council }) => (council.published ? accept({ type: 'DecisionHidden' }) : accept()),
  }),

  followUp: command({
    who: recording,
    phases: always,
    schema: z.strictObject({ agreement: id, state: z.enum(FOLLOW_STATES), text: prose(1_000) }),
    rule: (state, { agreement: about, state: to, text }) => {
      const agreement = agreementNamed(state, about)
      if (!agreement) return refuse('no_such_agreement')
      if (!judgedOf(state.council, about)) return refuse('not_decided')
      // what the council left out is carried out by nobody
      if (agreement.state === 'declined') return refuse('not_adopted')
      return accept({ type: 'AgreementFollowed', agreement: about, state: to, text })
    },
  }),
}
