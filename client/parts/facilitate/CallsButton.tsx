import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { useT } from '../ui/text.tsx'
import { HelpCalls } from './HelpCalls.tsx'
import { PopButton } from './PopButton.tsx'
import type { Run } from './run.ts'

/** The calls for help behind one button, which stands out while somebody calls. `text`: with how many there are. */
export function CallsButton({
  text,
  state,
  me,
  run,
}: {
  text: string
  state: SessionState
  me: PersonId
  run: Run
}) {
  const t = useT()
  const calling = state.help.length > 0 ? 'is-calling' : undefined
  return (
    <PopButton icon="help" className={calling} title={t('desk.calls')} text={text}>
      <HelpCalls state={state} me={me} run={run} />
    </PopButton>
  )
}
