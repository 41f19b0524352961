import { useState } from 'react'
import type { PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { BalanceBars } from '../meter/BalanceBars.tsx'
import { BalanceReview } from '../meter/BalanceReview.tsx'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useT } from '../ui/text.tsx'
import { CorrectTime } from './CorrectTime.tsx'
import { Corrections } from './Corrections.tsx'
import type { Run } from './run.ts'

interface RoomBalanceProps {
  room: RoomId
  state: SessionState
  run: Run
  /** Only whoever leads the room may correct its time and say who calls in. */
  leads: boolean
}

/** The balance of one room now, with what whoever leads it can do about a person's time, and what was corrected. */
export function RoomBalance({ room, state, run, leads }: RoomBalanceProps) {
  const t = useT()
  const meter = useSession((session) => session.meter)
  const [person, setPerson] = useState<PersonId | null>(null)
  const balance = meter?.rooms.find((one) => one.room === room)
  if (!meter || !balance) return <p className="dt-desk-empty">{t('desk.noBalance')}</p>
  const menu = (who: PersonId) => (
    <PersonMenu person={who} state={state} run={run} onCorrect={() => setPerson(who)} />
  )
  return (
    <>
      <BalanceBars
        balance={balance}
        people={state.people}
        measured={!meter.gaps.includes(room)}
        incomplete={meter.incomplete.includes(room)}
        action={leads ? menu : undefined}
      />
      <Corrections state={state} room={room} />
      <CorrectTime room={room} state={state} person={person} onClose={() => setPerson(null)} run={run} />
    </>
  )
}

interface PersonMenuProps {
  person: PersonId
  state: SessionState
  run: Run
  onCorrect: () => void
}

/** What can be said about one person's part in the talk. */
function PersonMenu({ person, state, run, onCorrect }: PersonMenuProps) {
  const t = useT()
  const found = state.people[person]
  if (!found) return null
  const phone = !found.phone
  return (
    <Menu
      icon="more"
      text={t('person.more')}
      label={t('person.moreName', { name: found.name })}
      items={[
        { id: 'correct', icon: 'clock', text: t('correct.open') },
        { id: 'phone', icon: 'phone', text: t(phone ? 'phone.set' : 'phone.unset') },
      ]}
      onChoose={(chosen) => (chosen === 'correct' ? onCorrect() : void run('setPhone', { person, phone }))}
    />
  )
}

/** The desk's card: the balance now, and in its place the way back through the session. */
export function BalanceCard(props: RoomBalanceProps) {
  const t = useT()
  const [back, setBack] = useState(false)
  return (
    <section className="dt-desk-card dt-desk-balance" aria-labelledby={`balance-${props.room}`}>
      <h2 id={`balance-${props.room}`}>{t(back ? 'review.title' : 'desk.balance')}</h2>
      {back ? <BalanceReview state={props.state} /> : <RoomBalance {...props} />}
      <Button icon={back ? 'undo' : 'clock'} onPress={() => setBack(!back)}>
        {t(back ? 'review.now' : 'review.title')}
      </Button>
    </section>
  )
}
