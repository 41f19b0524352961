import type { Command } from '../../shared/dialogue/commands.ts'
import { meterView } from '../../shared/dialogue/meter.ts'
import { dueNudges } from '../../shared/dialogue/nudges.ts'
import { balanceReport } from '../../shared/dialogue/report.ts'
import type { PersonId, RoomId, SessionState, TableId } from '../../shared/dialogue/model.ts'
import { documentRight, placeOf } from '../../shared/dialogue/places.ts'
import { maySeePresence, visibleRooms } from '../../shared/dialogue/project.ts'
import type { BalanceReport, DeviceStatus, Presence } from '../../shared/protocol.ts'
import { PROTOCOL } from '../../shared/wire.ts'
import type { Documents } from '../documents/documents.ts'
import type { Media } from '../media/media.ts'
import type { DialogueRow, PersonRow, Store } from '../store/store.ts'
import { createAlarm } from './alarm.ts'
import { createCopyNotice, type Copy } from './copied.ts'
import { readEarlier } from './earlier.ts'
import { createHistory } from './history.ts'
import { createMeter } from './meter.ts'
import { createPresence } from './presence.ts'
import { createRetrospect } from './retrospect.ts'
import { createRunner, type Order, type Outcome } from './runner.ts'
import { broadcast, type Step, type Viewer } from './viewers.ts'

export interface LiveDeps {
  store: Store
  media: Media
  documents: Documents
  /** Names nobody: pseudonymous ids only. */
  log: { warn(fields: object, text: string): void }
  now(): number
}

/** One session as it runs on this node. */
export interface LiveSession {
  dialogue: Pick<DialogueRow, 'id' | 'session'>
  state(): SessionState
  run(order: Order, reply?: (outcome: Outcome) => void): Promise<Outcome>
  /** From now on this device hears what its person may know; it starts with a welcome. Returns how to stop. */
  watch(viewer: Viewer, lastSeq: number): () => void
  viewersOf(person: PersonId): Viewer[]
  status(person: PersonId, status: DeviceStatus): void
  typing(person: PersonId, table: TableId, typing: boolean): void
  speaking(room: RoomId, people: PersonId[]): void
  spoke(room: RoomId, person: PersonId, startMs: number, endMs: number): void
  muted(room: RoomId, person: PersonId, atMs: number): void
  measuring(room: RoomId, measuring: boolean, atMs: number): void
  /** Somebody else took part with this person's sound and was put out. */
  copied(copy: Copy): void
  /** There is another SFU room behind this room. */
  renewed(room: RoomId): void
  mediaAvailable(available: boolean): void
  /** Balance looked back on, as this person may see it. Rejects when earlier sessions cannot be read. */
  balance(person: PersonId): Promise<BalanceReport>
  close(code: number | null): Promise<void>
}

const METER_MS = 1_000
/** What can move people between rooms or change what they may write. */
const PLACES = ['phase', 'seating', 'tables', 'people', 'attending', 'shared'] as const
const movedIn = ({ before, after }: Step): boolean => PLACES.some((key) => before[key] !== after[key])

/** Load the log, fold it, and keep the session going. Rejects when the database does not answer. */
export async function openSession(row: DialogueRow, deps: LiveDeps): Promise<LiveSession> {
  const { store, media, documents, log, now } = deps
  const viewers = new Set<Viewer>()
  const talking = new Map<RoomId, PersonId[]>()
  const history = createHistory()
  const failed = (error: unknown) =>
    log.warn({ session: row.session, error: messageOf(error) }, 'the database did not answer')
  const meter = createMeter(row.session, store.speech, failed)
  const lookedBack = createRetrospect({
    state: history.state,
    meter,
    readEarlier: () => readEarlier(store, row),
    now,
  })
  const presence = createPresence(now, (person) => {
    tellPresence(person)
    alarm.set()
  })

  const toldOfCopy = createCopyNotice(now)
  const timerPresence = () => ({
    present: presence.present(),
    leaderLastSeen: presence.leaderLastSeen(history.state()),
  })
  const runner = createRunner({
    log: store.events,
    history,
    context: () => ({
      now: now(),
      ...timerPresence(),
      spokenMs: meter.times(history.state(), now()).counted,
    }),
    settle,
    tell,
    failed,
  })
  const alarm = createAlarm({
    state: history.state,
    presence: timerPresence,
    now,
    async give(command) {
      const before = history.state().seq
      await runner.run({ actor: 'system', command, commandId: null })
      return history.state().seq > before
    },
  })

  async function settle(steps: readonly Step[], state: SessionState) {
    for (const step of steps) meter.observe(step)
    try {
      media.follow(state)
      if (!steps.some(movedIn)) return
      await documents.recheck(row.id, (person, table) => documentRight(history.state(), person, table))
    } catch (error) {
      log.warn({ session: row.session, error: messageOf(error) }, 'sound, picture or texts did not follow')
    }
  }

  function tell(steps: readonly Step[]) {
    broadcast(viewers, steps)
    if (steps.some(movedIn)) for (const viewer of viewers) sendPresence(viewer)
    alarm.set()
  }

  const visiblePresence = (viewer: PersonId): Presence[] =>
    presence.all().filter(({ person }) => maySeePresence(history.state(), viewer, person))
  const sendPresence = (viewer: Viewer) =>
    viewer.send({ kind: 'presence', people: visiblePresence(viewer.person), full: true })
  function tellPresence(person: PersonId) {
    const found = presence.of(person)
    if (!found) return
    for (const viewer of viewers) {
      if (maySeePresence(history.state(), viewer.person, person)) {
        viewer.send({ kind: 'presence', people: [found], full: false })
      }
    }
  }
  const sendMeter = (viewer: Viewer, times = meter.times(history.state(), now())) =>
    viewer.send({ kind: 'meter', meter: meterView(history.state(), viewer.person, times, meter.gaps()) })

  const ticking = setInterval(() => {
    if (viewers.size === 0) return
    const times = meter.times(history.state(), now())
    for (const viewer of viewers) sendMeter(viewer, times)
    nudge()
  }, METER_MS)

  /** S6: the questions that are due now, each to one person. */
  function nudge() {
    const hereSince = Object.fromEntries(
      presence.all().flatMap(({ person, state, since }) => (state === 'here' ? [[person, since]] : [])),
    )
    for (const command of dueNudges(history.state(), { ...meter.talk(now()), hereSince }, now())) {
      void runner.run({ actor: 'system', command, commandId: null })
    }
  }

  try {
    const recorded = await store.events.read(row.session)
    for (const step of history.add(recorded)) meter.observe(step)
    await meter.load(history.state())
    await takeUp(await store.people.people(row.id))
  } catch (error) {
    clearInterval(ticking)
    alarm.close()
    presence.close()
    void meter.close()
    throw error
  }
  // a dialogue whose making was cut short has no log and no rooms
  if (history.state().seq > 0) media.follow(history.state())
  alarm.set()

  /** What was stored while the log could not be written; and the title and time of a dialogue from before they were in the log. */
  async function takeUp(people: PersonRow[]) {
    const { seq, people: known } = history.state()
    if (seq === 0) return
    const missing = people.filter(({ id }) => known[id] === undefined)
    const commands = [...(missing.length > 0 ? [addPeopleCommand(missing)] : []), setDialogueCommand(row)]
    for (const command of commands) await runner.run({ actor: 'system', command, commandId: null })
  }

  return {
    dialogue: row,
    state: history.state,
    run: runner.run,
    viewersOf: (person) => [...viewers].filter((viewer) => viewer.person === person),
    watch(viewer, lastSeq) {
      const { snapshot, tail } = history.resume(viewer.person, lastSeq)
      viewer.seq = history.state().seq
      viewer.send({ kind: 'welcome', protocol: PROTOCOL, now: now(), me: viewer.person, snapshot, tail })
      viewers.add(viewer)
      presence.arrived(viewer.person)
      sendPresence(viewer)
      sendMeter(viewer)
      viewer.send({ kind: 'media', available: media.available() })
      for (const [room, people] of talking) {
        if (hears(viewer, room)) viewer.send({ kind: 'speaking', room, people })
      }
      return () => {
        if (viewers.delete(viewer)) presence.gone(viewer.person)
      }
    },
    status: presence.status,
    typing(person, table, typing) {
      const state = history.state()
      if (documentRight(state, person, table) !== 'write') return
      for (const viewer of viewers) {
        const reads = documentRight(state, viewer.person, table) !== 'none'
        if (viewer.person !== person && reads) viewer.send({ kind: 'typing', table, person, typing })
      }
    },
    speaking(room, people) {
      talking.set(room, people)
      for (const viewer of viewers) if (hears(viewer, room)) viewer.send({ kind: 'speaking', room, people })
    },
    spoke: meter.spoke,
    muted: meter.muted,
    measuring: meter.measuring,
    copied(copy) {
      for (const viewer of toldOfCopy(viewers, history.state(), copy))
        viewer.send({ kind: 'putOut', person: copy.person })
    },
    renewed(room) {
      for (const viewer of viewers)
        if (placeOf(history.state(), viewer.person) === room) viewer.send({ kind: 'renewed' })
    },
    mediaAvailable(available) {
      for (const viewer of viewers) viewer.send({ kind: 'media', available })
    },
    async balance(person) {
      const back = await lookedBack()
      return balanceReport(history.state(), person, back)
    },
    async close(code) {
      clearInterval(ticking)
      alarm.close()
      presence.close()
      if (code !== null) for (const viewer of viewers) viewer.close(code)
      viewers.clear()
      await runner.between(() => meter.close())
    },
  }

  /** Who talks is shown in the room and to whoever follows it. */
  function hears({ person }: Viewer, room: RoomId): boolean {
    const state = history.state()
    return placeOf(state, person) === room || visibleRooms(state, person).includes(room)
  }
}

export const addPeopleCommand = (people: readonly PersonRow[]): Command => ({
  type: 'addPeople',
  payload: { people: people.map(({ id, name, role, group, detail }) => ({ id, name, role, group, detail })) },
})

export const setDialogueCommand = ({
  title,
  startsAt,
}: Pick<DialogueRow, 'title' | 'startsAt'>): Command => ({
  type: 'setDialogue',
  payload: { title, startsAt },
})

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown')
