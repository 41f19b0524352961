import { useEffect, useState } from 'react'
import type { CatchUp } from '../../../shared/dialogue/between/catchUp.ts'
import type { SessionState } from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useSession } from '../../hooks/useSession.ts'

/** Whatever may change what it says. */
const signOf = ({ id, agreements, objections }: SessionState): string =>
  JSON.stringify([
    id,
    objections.until,
    Object.values(agreements).map(({ state, versions, consent, place }) => [
      state,
      versions.length,
      consent !== null,
      place,
    ]),
  ])

/** Fetched when it is drawn, and again when something has changed; what was read stays meanwhile. */
export function useCatchUp(): { found: CatchUp | null; failed: boolean } {
  const { rest } = useDialogue()
  const [found, setFound] = useState<CatchUp | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const sign = useSession(({ state }) => (state ? signOf(state) : ''))
  useEffect(() => {
    let open = true
    rest
      .call('GET', 'catch-up')
      .then(async (reply) => (await reply.json()) as CatchUp)
      .then(
        (reply) => open && setFound(reply),
        () => open && setFailed(sign),
      )
    return () => {
      open = false
    }
  }, [rest, sign])
  return { found, failed: failed === sign }
}
