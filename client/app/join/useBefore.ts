import { useState } from 'react'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { useSession } from '../../hooks/useSession.ts'
import type { useEntry } from './entry.ts'

/** Within this time of the beginning people come to take part, and not to read. */
const SOON_MS = 3_600_000

/** What lay there before a further session, to be read in its waiting room: at once when it is still far off, else with a press. */
export function useBefore({ step, read, haveRead }: ReturnType<typeof useEntry>) {
  const further = useSession(({ state }) =>
    state?.sharedBefore && state.phase.name === 'lobby' ? state.id : null,
  )
  const startsAt = useSession(({ state }) => state?.startsAt ?? null)
  const now = useServerNow(60_000)
  const [again, setAgain] = useState(false)
  const isFarOff = startsAt !== null && startsAt - now > SOON_MS
  return {
    unread: further !== null && (again || (step === 'check' && isFarOff && read !== further)),
    /** Null: this is the first session, or it has begun. */
    onRead: further === null ? null : () => setAgain(true),
    goOn(): void {
      setAgain(false)
      if (further !== null) haveRead(further)
    },
  }
}
