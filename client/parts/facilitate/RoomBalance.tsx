import { useState } from 'react'
import type { PersonId, RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { guestsOf, peopleIn } from '../../../shared/dialogue/places.ts'
import { useSession } from '../../hooks/useSession.ts'
import { BalanceBars } from '../meter/BalanceBars.tsx'
import { BalanceReview } from '../meter/BalanceReview.tsx'
import { loadBeside } from '../beside/later.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useT } from '../ui/text.tsx'
import { useOpening } from '../ui/useOpening.ts'
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
  const [host, setHost] = useState<PersonId | undefined>(undefined)
  const { Part: BesideDialog, open, over } = useOpening(loadBeside)
  const balance = meter?.rooms.find((one) => one.room === room)
  if (!meter || !balance) return <p className="dt-desk-empty">{t('desk.noBalance')}</p>
  const menu = (who: PersonId) => (
    <PersonMenu
      person={who}
      state={state}
      run={run}
      onCorrect={() => setPerson(who)}
      onBeside={() => {
        setHost(who)
        open()
      }}
    />
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
      <Shared room={room} state={state} />
      <Corrections state={state} room={room} />
      {BesideDialog ? <BesideDialog {...over} host={host} /> : null}
      <CorrectTime room={room} state={state} person={person} onClose={() => setPerson(null)} run={run} />
    </>
  )
}

/** S2: who of those at one device spoke in free talk nobody knows: that is said, and not guessed. */
function Shared({ room, state }: { room: RoomId; state: SessionState }) {
  const t = useT()
  const hosts = peopleIn(state, room).filter((person) => guestsOf(state, person).length > 0)
  const nameOf = (person: PersonId): string => state.people[person]?.name ?? ''
  return hosts.map((host) => (
    <p key={host} className="dt-desk-note">
      {t('person.together', { name: nameOf(host), guests: guestsOf(state, host).map(nameOf).join(', ') })}
    </p>
  ))
}

interface PersonMenuProps {
  person: PersonId
  state: SessionState
  run: Run
  onCorrect: () => void
  onBeside: () => void
}

/** What can be said about one person's part in the talk. */
function PersonMenu({ person, state, run, onCorrect, onBeside }: PersonMenuProps) {
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
        { id: 'beside', icon: 'people', text: t('person.beside') },
      ]}
      onChoose={(chosen) => {
        if (chosen === 'correct') onCorrect()
        else if (chosen === 'beside') onBeside()
        else void run('setPhone', { person, phone })
      }}
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
