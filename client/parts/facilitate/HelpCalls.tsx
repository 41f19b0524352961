import { Suspense } from 'react'
import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { FromHelper } from '../help/later.ts'
import { PhoneChoice } from '../help/PhoneChoice.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { Beside } from './Beside.tsx'
import type { Run } from './run.ts'

const SECOND_MS = 1_000

interface HelpCallsProps {
  state: SessionState
  me: PersonId
  run: Run
}

/** What the helper who came for oneself asks, who asks for help, and beside that who cannot ask because they call in. */
export function HelpCalls(props: HelpCallsProps) {
  return (
    <>
      {props.state.help.some(({ person }) => person === props.me) ? (
        <Suspense fallback={null}>
          <FromHelper />
        </Suspense>
      ) : null}
      <Calls {...props} />
      <PhoneChoice state={props.state} me={props.me} />
      <Beside />
    </>
  )
}

/** Who asks for help, since when, who took it; take it or close it. */
function Calls({ state, me, run }: HelpCallsProps) {
  const calls = state.help
  const t = useT()
  const now = useServerNow(SECOND_MS)
  if (calls.length === 0) return <p className="dt-desk-empty">{t('desk.noCalls')}</p>
  const name = (person: PersonId) => state.people[person]?.name ?? ''
  return (
    <ul className="dt-calls" aria-label={t('desk.calls')}>
      {calls.map((call) => {
        const table = state.tables[placeOf(state, call.person) ?? '']
        const minutes = Math.max(0, Math.floor((now - call.at) / 60_000))
        return (
          <li key={call.person} className="dt-call">
            <p className="call-who">
              <strong>{name(call.person)}</strong>
              {table && <span> · {t('desk.table', { number: table.number })}</span>}
              <span className="dt-desk-note"> {t('desk.callSince', { minutes })}</span>
            </p>
            {call.note && (
              <p className="call-note" dir="auto">
                {call.note}
              </p>
            )}
            {call.takenBy && (
              <p className="dt-desk-note">{t('desk.callTakenBy', { name: name(call.takenBy) })}</p>
            )}
            <div className="dt-desk-buttons">
              {call.takenBy !== me && (
                <Button
                  aria-label={t('desk.takeName', { name: name(call.person) })}
                  onPress={() => void run('takeHelp', { person: call.person })}
                >
                  {t('desk.take')}
                </Button>
              )}
              <Button
                icon="check"
                aria-label={t('desk.closeName', { name: name(call.person) })}
                onPress={() => void run('closeHelp', { person: call.person })}
              >
                {t('desk.close')}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
