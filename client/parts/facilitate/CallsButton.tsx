import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { useTold } from '../help/told.ts'
import { useT } from '../ui/text.tsx'
import { HelpCalls } from './HelpCalls.tsx'
import { PopButton } from './PopButton.tsx'
import type { Run } from './run.ts'

/** The calls for help behind one button, which says how many there are, or that the helper who came for oneself asks something. */
export function CallsButton({ state, me, run }: { state: SessionState; me: PersonId; run: Run }) {
  const t = useT()
  const told = useTold()
  const count = state.help.length
  return (
    <PopButton
      icon="help"
      className={count > 0 ? 'is-calling' : undefined}
      title={t('desk.calls')}
      text={told ? t('help.told') : t('desk.help', { count })}
    >
      <HelpCalls state={state} me={me} run={run} />
    </PopButton>
  )
}
