import { helpCode } from '../../../shared/dialogue/help/code.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'

/** Somebody's help code, apart enough to be read digit by digit, on the screen and aloud. */
export function HelpCode({ person }: { person: PersonId }) {
  const code = useSession(({ state }) => (state ? helpCode(state, person) : ''))
  return (
    <b className="dt-num" dir="ltr">
      {[...code].join(' ')}
    </b>
  )
}
