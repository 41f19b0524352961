import type { PlainWords } from '../../shared/agreement/canonical.ts'
import type { Payload } from '../../shared/dialogue/commands.ts'
import { atCouncil } from '../../shared/dialogue/council/atCouncil.ts'
import { COUNCIL_WORDS, refusedRecording } from '../../shared/dialogue/council/commands.ts'
import type { Unread } from '../../shared/dialogue/council/unread.ts'
import type { RefusalCode } from '../../shared/dialogue/decision.ts'
import type { Verdict } from '../council/compare.ts'
import { judgeCouncil, type CouncilText } from '../council/read.ts'
import { createSerial } from '../kit/serial.ts'
import type { Sessions } from '../live/sessions.ts'
import type { DialogueRow } from '../store/store.ts'

export type Recorded = { ok: true } | { ok: false; code: Unread | RefusalCode }

/** The council's text is compared with the set that lies there, and what became of it is recorded (H3); or nothing is. */
export type Adoption = (dialogue: DialogueRow, given: CouncilText) => Promise<Recorded>

type Judged = Payload<'recordDecision'>['judged'][number]

/** As much as is shown of a change: it may have taken in all that stands behind an agreement. */
const cut = (text: string): string =>
  text.length > COUNCIL_WORDS ? `${text.slice(0, COUNCIL_WORDS - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
const cutWords = ({ title, text, why }: PlainWords): PlainWords => ({
  title: cut(title),
  text: cut(text),
  why: cut(why),
})

function judgement(verdict: Verdict): Pick<Judged, 'verdict' | 'words'> {
  switch (verdict.verdict) {
    case 'unchanged':
      return { verdict: 'adopted', words: null }
    case 'changed':
      return { verdict: 'changed', words: cutWords(verdict.words) }
    case 'missing':
      return { verdict: 'declined', words: null }
  }
}

export function createAdoption(sessions: Sessions): Adoption {
  // a text may take half a gigabyte while it is read
  const reading = createSerial()

  return async ({ id }, given) => {
    const session = await sessions.of(id)
    if (!session) return { ok: false, code: 'not_offered' }
    const before = session.state()
    const code = refusedRecording(before)
    if (code) return { ok: false, code }
    const set = atCouncil(before).flatMap(({ id: agreement, presented }) =>
      presented ? [{ agreement, hash: presented.hash, words: presented.words }] : [],
    )
    const found = await reading.run(() =>
      judgeCouncil(
        set.map(({ words }) => words),
        given,
      ),
    )
    if (!found.ok) return found
    const judged = set.flatMap(({ agreement, hash }, index): Judged[] => {
      const verdict = found.verdicts[index]
      return verdict ? [{ agreement, hash, ...judgement(verdict) }] : []
    })
    const command = { type: 'recordDecision', payload: { judged } } as const
    const outcome = await session.run({ actor: 'system', command, commandId: null })
    if (!outcome.ok) return outcome
    // taken back, published or compared with another text meanwhile
    const { decision } = session.state().council
    return decision === before.council.decision ? { ok: false, code: 'set_changed' } : { ok: true }
  }
}
