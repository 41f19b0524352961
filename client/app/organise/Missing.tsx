import { useState } from 'react'
import type { PersonId, SessionState } from '../../../shared/dialogue/model.ts'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { useServerNow } from '../../hooks/useServerNow.ts'
import { useSession } from '../../hooks/useSession.ts'
import { PhoneButton } from '../../parts/help/PhoneButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { useT, type T } from '../../parts/ui/text.tsx'
import { isAlone } from '../help/calls.ts'
import { MoveMenu } from './MoveMenu.tsx'
import type { OrganiserView } from './view.ts'
import { expected, stragglers, type Straggler } from './overview.ts'

const MINUTE = 60_000

/** More than this is a long list that pushes other things away. */
const FEW = 6

/** T5: who is not yet in the own place, since when; one press helps or moves. */
export function Missing({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state } = view
  const presence = useSession((session) => session.presence)
  const now = useServerNow(MINUTE)
  const [all, setAll] = useState(false)
  const lobby = state.phase.name === 'lobby'
  // In the lobby nobody needs a room yet: only who is not in at all is missing.
  const own = (person: PersonId) => placeOf(state, person)
  const list = stragglers(state, presence, own).filter((entry) => !lobby || entry.why !== 'elsewhere')
  const atTables = state.phase.name === 'tables' || state.phase.name === 'recalling'
  // Facilitators go with their tables; they are not moved to a seat.
  const isSeated = ({ person }: Straggler) => state.seating?.seats[person] !== undefined
  return (
    <section className="dt-desk-card dt-missing" aria-labelledby="missing-title">
      <h2 id="missing-title">
        {t(atTables ? 'tables.missing' : lobby ? 'tables.missingLobby' : 'tables.missingHall')}
      </h2>
      {list.length === 0 && (
        <p>
          {t('tables.missingNobody', {
            expected: expected(state, own).length,
            where: lobby ? 'lobby' : 'room',
          })}
        </p>
      )}
      <ul className="dt-entries">
        {(all ? list : list.slice(0, FEW)).map((entry) => (
          <li key={entry.person} className="dt-entry">
            <span className="dt-entry-who">
              <strong>
                <bdi>{entry.name}</bdi>
              </strong>
              <span className="dt-desk-note">{whyWords(view.state, entry, now, t)}</span>
            </span>
            <HelpOut view={view} entry={entry} />
            <PhoneButton person={entry.person} />
            {atTables && isSeated(entry) && <MoveMenu view={view} person={entry.person} />}
          </li>
        ))}
      </ul>
      {list.length > FEW && (
        <Button icon="people" aria-expanded={all} onPress={() => setAll(!all)}>
          {all ? t('tables.missingFew') : t('tables.missingAll', { count: list.length })}
        </Button>
      )}
      {list.length > 0 && <p className="dt-desk-note">{t('tables.missingNote')}</p>}
    </section>
  )
}

/** Who asks for help can be taken by the organiser at once; helpers see the others in their own list. */
function HelpOut({ view, entry }: { view: OrganiserView; entry: Straggler }) {
  const t = useT()
  const call = view.state.help.find((other) => other.person === entry.person)
  const presence = useSession((session) => session.presence)
  if (!call || !isAlone(call, presence, view.me)) return null
  return (
    <Button
      icon="help"
      aria-label={t('desk.takeName', { name: entry.name })}
      onPress={() => void view.run('takeHelp', { person: entry.person })}
    >
      {t('desk.take')}
    </Button>
  )
}

function whyWords(state: SessionState, entry: Straggler, now: number, t: T): string {
  const table = state.tables[entry.room]
  const place = table ? t('split.at', { number: table.number }) : t('tables.hall')
  // who is not in yet is expected at the door, and in no room
  if (state.phase.name === 'lobby' && !entry.asksHelp && entry.why === 'never') return t('standing.never')
  if (entry.asksHelp) return t('tables.why.help', { place })
  if (entry.why !== 'away' || entry.since === null)
    return t('tables.why', { place, standing: t(`standing.${entry.why}`) })
  const minutes = Math.max(0, Math.floor((now - entry.since) / 60_000))
  return t('tables.why.away', { place, minutes })
}
