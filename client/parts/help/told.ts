import type { ApartLine, OwnDevice } from '../../../shared/protocol.ts'
import { useKept } from '../../hooks/useKept.ts'
import { useSession } from '../../hooks/useSession.ts'

const NO_LINES: readonly ApartLine[] = []

/** What was typed in this person's call for help, oldest first. */
export const useLines = (person: string): readonly ApartLine[] =>
  useSession(({ apart }) => apart[person] ?? NO_LINES)

/** The last test sound the helper sent: whether its question is open, what was answered, and how to answer. */
export function useTones() {
  const asked = useSession(({ tones }) => tones)
  const [answer, setAnswer] = useKept('tones')
  const answered = asked !== null && answer?.to === asked ? answer : null
  const was: OwnDevice['tones'] = answered === null ? 'untried' : answered.heard ? 'heard' : 'silent'
  return {
    asked,
    waits: asked !== null && answered === null,
    was,
    say: (heard: boolean) => setAnswer({ to: asked, heard }),
  }
}

/** The last line that the helper typed to this person, by its id. */
export function useLastTyped(): string | undefined {
  const me = useSession((session) => session.me)
  return useLines(me).findLast(({ by }) => by !== me)?.id
}

/** The helper asks or wrote something that this person has not seen yet. */
export function useTold(): boolean {
  const { waits } = useTones()
  const [read] = useKept('apartRead')
  const last = useLastTyped()
  return waits || (last !== undefined && last !== read)
}

/** Who helps this person; null: nobody yet. */
export const useHelper = () =>
  useSession(({ state, me }) => {
    const helper = state?.help.find(({ person }) => person === me)?.takenBy
    return (helper ? state?.people[helper] : null) ?? null
  })
