import { useEffect, useRef, useState } from 'react'
import type { RoomId } from '../../shared/dialogue/model.ts'
import { peopleIn, placeOf } from '../../shared/dialogue/places.ts'
import { AgreementPanel } from '../agreement/AgreementPanel.tsx'
import { AgreementsReader } from '../agreement/AgreementsReader.tsx'
import { Dock } from '../floor/Dock.tsx'
import { StateSentence } from '../floor/StateSentence.tsx'
import { TurnTime } from '../floor/TurnClock.tsx'
import { useRoomView } from '../floor/useRoomView.ts'
import { minutesUntil, type RoomView } from '../floor/view.ts'
import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import type { IconName } from '../ui/Icon.tsx'
import { useSounds } from '../ui/Preferences.tsx'
import { useRemembered } from '../ui/remembered.ts'
import { useT, type T } from '../ui/text.tsx'
import { Ended, LeaveQuestion, Left } from './Leaving.tsx'
import { Keys } from './Keys.tsx'
import { Notices } from './Notices.tsx'
import { Plenary } from './Plenary.tsx'
import { RoleTag } from './RoleTag.tsx'
import { RoomShell, type Texts } from './RoomShell.tsx'
import { Table } from './Table.tsx'
import { shownIn } from './tiles.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useSignals } from './useSignals.ts'

/** The room the person sits in, for participants, observers and interpreters. The state decides which; nobody navigates. */
export default function Room() {
  const place = useSession(({ state, me }) => (state ? placeOf(state, me) : null))
  const view = useRoomView(place ?? 'plenary')
  useArrival(place)
  if (!view) return null
  if (view.state.phase.name === 'ended') return <Ended view={view} />
  if (view.state.people[view.me]?.left) return <Left />
  return <Seat view={view} />
}

/** On arrival in another room focus goes to its name, so that a screen reader starts there (T2). Not on the first screen. */
function useArrival(place: RoomId | null): void {
  const before = useRef<RoomId | null>(null)
  useEffect(() => {
    if (before.current !== null && place !== null && before.current !== place) {
      document.querySelector<HTMLElement>('#room-title')?.focus()
    }
    if (place !== null) before.current = place
  }, [place])
}

function Seat({ view }: { view: RoomView }) {
  const t = useT()
  const [keys, setKeys] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [singleKeys, setSingleKeys] = useRemembered('singleKeys', true)
  const [sounds, setSounds] = useSounds()
  useShortcuts(view, { singleKeys, onList: () => setKeys(true) })
  useSignals(view, sounds)
  const table = view.state.tables[view.room]
  return (
    <>
      <RoomShell
        key={view.room}
        title={table ? t('room.table', { number: table.number }) : t('room.plenary')}
        badge={table ? <RoleTag role={table.role} /> : null}
        item={view.state.agenda.at(-1)?.title ?? null}
        facts={factsOf(view, t)}
        state={<StateSentence view={view} end={<TurnTime view={view} />} />}
        notice={<Notices view={view} />}
        talk={table ? <Table view={view} /> : <Plenary view={view} />}
        texts={textsOf(view)}
        dock={
          <Dock
            view={view}
            more={
              <>
                <Button icon="keyboard" onPress={() => setKeys(true)}>
                  {t('own.keys')}
                </Button>
                <Button icon="leave" onPress={() => setLeaving(true)}>
                  {t('room.leave')}
                </Button>
              </>
            }
          />
        }
        onLeave={() => setLeaving(true)}
      />
      <Keys isOpen={keys} onOpenChange={setKeys} choices={{ singleKeys, setSingleKeys, sounds, setSounds }} />
      <LeaveQuestion isOpen={leaving} onOpenChange={setLeaving} />
    </>
  )
}

/** The table's own agreement at the table; after a recall all of them, to read (T6). */
function textsOf({ state, room }: RoomView): Texts | null {
  if (state.tables[room]) return { kind: 'agreement', content: <AgreementPanel table={room} /> }
  return state.shared ? { kind: 'agreements', content: <AgreementsReader /> } : null
}

function factsOf(view: RoomView, t: T): { icon: IconName; text: string; short?: string }[] {
  const { state, room } = view
  const facts: { icon: IconName; text: string; short?: string }[] = []
  if (room === 'plenary') {
    const people = t('room.people', { count: shownIn(state, peopleIn(state, room), room).length })
    facts.push({ icon: 'people', text: people, short: people })
  }
  const clock = clockFact(view, t)
  if (clock)
    facts.push(room === 'plenary' ? { icon: 'clock', text: clock.text } : { icon: 'clock', ...clock })
  return facts
}

function clockFact({ state, now }: RoomView, t: T): { text: string; short: string } | null {
  const { clock } = state
  if (!clock) return null
  if (clock.endsAt === null) return { text: t('clock.stopped'), short: t('clock.stopped') }
  const minutes = minutesUntil(clock.endsAt, now)
  if (minutes === 0) return { text: t('clock.up'), short: t('clock.up') }
  return { text: t('clock.left', { minutes }), short: t('clock.short', { minutes }) }
}
