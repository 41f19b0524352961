import { Suspense, useEffect, useRef, type ReactNode } from 'react'
import type { RoomId, TableId } from '../../../shared/dialogue/model.ts'
import { waitsFor } from '../../../shared/dialogue/harvest/mayMerge.ts'
import { isHere, placeOf } from '../../../shared/dialogue/places.ts'
import { RoomProvider, useRoom } from '../../hooks/useRoom.tsx'
import { fetched } from '../../core/fetched.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { useMedia } from '../../hooks/useMedia.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Dock } from '../../parts/floor/Dock.tsx'
import { StateSentence } from '../../parts/floor/StateSentence.tsx'
import { TurnTime } from '../../parts/floor/TurnClock.tsx'
import { floorOf, minutesUntil, type RoomView } from '../../core/room/view.ts'
import type { IconName } from '../../parts/ui/Icon.tsx'
import { useSounds } from '../../parts/ui/ownChoices.ts'
import { useRemembered } from '../../parts/ui/remembered.ts'
import { useT, type T } from '../../parts/ui/text.tsx'
import { Ended, Left } from './Leaving.tsx'
import { Notices } from '../../parts/tables/Notices.tsx'
import { Plenary } from '../../parts/tables/Plenary.tsx'
import { RoleTag } from '../../parts/tables/RoleTag.tsx'
import { RoomShell, type Texts } from './RoomShell.tsx'
import { Table } from '../../parts/tables/Table.tsx'
import { peopleShown } from '../../parts/tables/tiles.ts'
import { AgreementPanel, AgreementsReader } from '../../parts/agreement/later.ts'
import { loadBeside } from '../../parts/beside/later.ts'
import { loadDevicesDialog } from '../../parts/media/later.ts'
import { ConsentRoom } from '../../parts/consent/later.ts'
import { asksMe } from '../../parts/floor/consentSentence.ts'
import { useAtLeast } from '../shell/useAtLeast.ts'
import { useBackKey } from './useBackKey.ts'
import { useOpening } from '../../parts/ui/useOpening.ts'
import { useShortcuts } from './useShortcuts.ts'
import { useSignals } from '../../parts/tables/useSignals.ts'

const loadKeys = fetched(async () => (await import('./Keys.tsx')).Keys)
const loadDevices = fetched(loadDevicesDialog)
const loadLeaving = fetched(async () => (await import('./LeaveQuestion.tsx')).LeaveQuestion)

/** The room the person sits in, for participants, observers and interpreters. The state decides which; nobody navigates. */
export function Room() {
  const place = useSession(({ state, me }) => (state ? placeOf(state, me) : null))
  useArrival(place)
  return (
    <RoomProvider room={place ?? 'plenary'}>
      <Seat />
    </RoomProvider>
  )
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

function Seat() {
  const ended = useRoom((view) => view.state.phase.name === 'ended')
  const left = useRoom((view) => view.state.people[view.me]?.left)
  if (ended) return <Ended />
  return left ? <Left /> : <Seated />
}

function Seated() {
  const t = useT()
  const keys = useOpening(loadKeys)
  const devices = useOpening(loadDevices)
  const leaving = useOpening(loadLeaving)
  const beside = useOpening(loadBeside)
  const takesPart = useRoom(({ state, me }) => state.people[me]?.role === 'participant')
  const [singleKeys, setSingleKeys] = useRemembered('singleKeys', true)
  const [sounds, setSounds] = useSounds()
  const roomy = useAtLeast('48em')
  useShortcuts({ singleKeys, onList: keys.open })
  useBackKey(leaving.over.isOpen, leaving.open)
  useSignals(sounds)
  useAgreementAhead()
  const consent = useRoom(consentHere)
  const asked = useRoom(asksMe)
  const mergeAsked = useRoom(({ state, me }) => waitsFor(state, me).length > 0)
  const room = useRoom((view) => view.room)
  const table = useRoom((view) => view.state.tables[view.room])
  const item = useRoom((view) => view.state.agenda.at(-1)?.title ?? null)
  const facts = useRoom((view) => factsOf(view, t))
  const shared = useRoom((view) => view.state.shared)
  const keysAction = { text: t('own.keys'), icon: 'keyboard' as const, onPress: keys.open }
  const leave = { text: t('room.leave'), icon: 'leave' as const, onPress: leaving.open }
  // the bar of a phone has no place for leaving
  const soundAction = useSoundOnly()
  const devicesAction = { text: t('own.devices'), icon: 'sound' as const, onPress: devices.open }
  const sitsBeside = { text: t('own.beside'), icon: 'people' as const, onPress: beside.open }
  const own = [soundAction, devicesAction, ...(takesPart ? [sitsBeside] : []), keysAction]
  const more = roomy ? own : [...own, leave]
  return (
    <>
      <RoomShell
        key={room}
        title={table ? t('room.table', { number: table.number }) : t('room.plenary')}
        badge={table ? <RoleTag role={table.role} /> : null}
        item={item}
        facts={facts}
        state={<StateSentence end={<TurnTime />} />}
        notice={<Notices />}
        talk={
          <>
            {consent === 'none' ? null : inTime(<ConsentRoom />)}
            {table ? <Table /> : <Plenary />}
          </>
        }
        whole={consent === 'held'}
        asked={asked}
        textsAsked={mergeAsked}
        texts={textsOf(table?.id, shared)}
        dock={<Dock more={more} />}
        leave={{ ...leaving.ahead, onPress: leaving.open }}
      />
      {keys.Part ? (
        <keys.Part {...keys.over} choices={{ singleKeys, setSingleKeys, sounds, setSounds }} />
      ) : null}
      {devices.Part ? <devices.Part {...devices.over} /> : null}
      {leaving.Part ? <leaving.Part {...leaving.over} /> : null}
      {beside.Part ? <beside.Part {...beside.over} /> : null}
    </>
  )
}

/** "Alleen geluid", and back: a line that is too weak for pictures, or a person who wants to listen. */
function useSoundOnly() {
  const t = useT()
  const { media } = useDialogue()
  const on = useMedia(({ soundOnly }) => soundOnly)
  const icon: IconName = on ? 'camera' : 'cameraOff'
  return {
    text: t(on ? 'own.withPictures' : 'own.soundOnly'),
    icon,
    onPress: () => media.setSoundOnly(!on),
  }
}

/** A round on an agreement is held in this room, or one has been: then its end may still be to read. */
function consentHere(view: RoomView): 'held' | 'ended' | 'none' {
  const { consent, lastConsent } = floorOf(view)
  if (consent) return 'held'
  return lastConsent ? 'ended' : 'none'
}

function useAgreementAhead(): void {
  const announced = useRoom((view) => view.state.phase.name === 'announced')
  useEffect(() => {
    if (announced) void AgreementPanel.ahead()
  }, [announced])
}

/** The table's own agreement at the table; after a recall all of them, to read (T6). */
function textsOf(table: TableId | undefined, shared: boolean): Texts | null {
  if (table !== undefined) return { kind: 'agreement', content: inTime(<AgreementPanel table={table} />) }
  return shared ? { kind: 'agreements', content: inTime(<AgreementsReader />) } : null
}

const inTime = (content: ReactNode): ReactNode => <Suspense fallback={null}>{content}</Suspense>

function factsOf(view: RoomView, t: T): { icon: IconName; text: string; short?: string }[] {
  const facts: { icon: IconName; text: string; short?: string }[] = []
  if (view.room === 'plenary') {
    const here = peopleShown(view).filter((person) => isHere(view.state, person, view.present))
    const people = t('room.people', { count: here.length })
    facts.push({ icon: 'people', text: people, short: people })
  }
  const clock = clockFact(view, t)
  if (clock)
    facts.push(view.room === 'plenary' ? { icon: 'clock', text: clock.text } : { icon: 'clock', ...clock })
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
