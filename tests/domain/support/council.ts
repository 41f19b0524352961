import type { Verdict } from '../../../shared/dialogue/agreements/agreement.ts'
import type { PlainWords } from '../../../shared/agreement/canonical.ts'
import { theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import { inSet } from './harvest.ts'
import { organiser, system, type Step } from './sentence.ts'

/** The set of a1 and a2 lies with the council, whose text is compared with it. */
export const OTHER: PlainWords = { title: 'Afspraak a1', text: 'Binnen vijftien dagen.', why: '' }

export const offered: Step[] = [...inSet, organiser('offerSet')]

/** What comparing finds, in the order of the set. */
export const decides = (...verdicts: Verdict[]): Step =>
  system('recordDecision', ({ state }) => ({
    judged: theSet(state).map(({ id: agreement, presented }, index) => {
      const verdict = verdicts[index] ?? 'adopted'
      return { agreement, hash: presented?.hash, verdict, words: verdict === 'changed' ? OTHER : null }
    }),
  }))
export const explains = (agreement: string, reason = 'In de zomer lukt dat niet.', by = 'Amendement A2') =>
  organiser('explainVerdict', { agreement, by, reason })
export const publishes = (listed = false) => organiser('publishDecision', { listed })
export const follows = (agreement: string, state: 'done' | 'evaluated' = 'done') =>
  organiser('followUp', { agreement, state, text: 'Er zijn drie contactpersonen.' })

/** a1 is changed, a2 taken over. */
export const decided: Step[] = [...offered, decides('changed', 'adopted')]
export const published: Step[] = [...decided, explains('a1'), publishes()]
