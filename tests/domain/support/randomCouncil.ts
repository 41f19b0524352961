import { VERDICTS } from '../../../shared/dialogue/agreements/agreement.ts'
import type { Command } from '../../../shared/dialogue/commands.ts'
import { unexplained } from '../../../shared/dialogue/council/council.ts'
import { theSet } from '../../../shared/dialogue/harvest/theSet.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import type { Asked } from './randomRound.ts'
import { command } from './world.ts'

/** What the server would find in a text that a number stands for. */
export const foundByComparing = (state: SessionState, number: number) =>
  theSet(state).map(({ id: agreement, presented }, index) => {
    const verdict = VERDICTS[(number + index) % VERDICTS.length] ?? 'adopted'
    const words = verdict === 'changed' ? { title: `Anders ${number % 2}`, text: 'Anders.', why: '' } : null
    return { agreement, hash: presented?.hash ?? 'none', verdict, words }
  })

const by = (actor: string, type: Command['type'], payload: object): Asked => ({
  actor,
  command: command(type, payload),
})

/** What most likely comes next once the set lies with the council: compared, explained, published, carried out. */
export function towardsCouncil(state: SessionState, what: number, how: number): Asked {
  const { council } = state
  const [open] = unexplained(council)
  if (!council.published && what % 11 === 10) return by('Olga', 'takeBackSet', {})
  if (!council.decision || (!council.published && what % 7 === 6))
    return by('system', 'recordDecision', { judged: foundByComparing(state, how) })
  if (open && what % 5 < 4) {
    const reason = how % 9 === 8 ? '' : 'In de zomer lukt dat niet.'
    return by('Olga', 'explainVerdict', { agreement: open.agreement, by: 'Amendement A2', reason })
  }
  if (!council.published && what % 3) return by('Olga', 'publishDecision', { listed: how % 2 === 0 })
  if (council.published && what % 5 === 0) return by('Olga', 'hideDecision', {})
  const { agreement } = council.decision.judged[how % council.decision.judged.length] ?? { agreement: 'none' }
  const followed = how % 2 ? 'done' : 'evaluated'
  return by('Olga', 'followUp', { agreement, state: followed, text: 'Er zijn drie contactpersonen.' })
}
