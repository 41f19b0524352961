import { replay } from '../../shared/dialogue/apply.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import { GOVERNMENT_ROLES, type PersonId, type SessionId } from '../../shared/dialogue/model.ts'
import {
  continueSession,
  createSession,
  roleTables,
  type NewSession,
} from '../../shared/dialogue/session/create.ts'
import { exampleOf, type Example } from '../../shared/dialogue/session/example.ts'
import { clean } from '../../shared/dialogue/text.ts'
import type { BalanceReport } from '../../shared/dialogue/time/balance.ts'
import { newId } from '../kit/newId.ts'
import type { Sessions } from '../live/sessions.ts'
import { setDialogueCommand } from '../live/takeUp.ts'
import type { DialogueRow, PersonRow, Store } from '../store/store.ts'
import { keepLinks, type Links } from './links.ts'
import { readPast } from './pastSessions.ts'
import { keepAddresses, personRow, type NewPerson } from './people.ts'

export interface NewDialogue {
  title: string
  promise: string | null
  startsAt: number | null
  endsAt: number | null
  demo: boolean
  people: NewPerson[]
  /** Set up as another one is. */
  like?: Example
  /** Where it is made later than it says: for a dialogue with a past. */
  madeAt?: number
}
export interface Made {
  dialogue: DialogueRow
  people: PersonRow[]
  /** The first event of its session. */
  begun: DialogueEvent
}
export interface When {
  startsAt: number
  endsAt: number
}

/** A dialogue from its making to the moment it is deleted. */
export interface Dialogues {
  all(): Promise<DialogueRow[]>
  /** A dialogue with its people, its tables (one of each role, or those of its example) and one session in the lobby. */
  make(input: NewDialogue): Promise<Made>
  /** What another dialogue can take over of this one; null when it is not there any more. */
  example(dialogue: DialogueRow): Promise<Example | null>
  /** Another title or time. Stored first; the log takes it up at once (false: it could not be written), or when the session is opened next. */
  change(dialogue: DialogueRow, wanted: { title: string } & When): Promise<boolean>
  /** The dialogue goes on: a further session, once the one it has is over. False when that one is not, or it has gone on already. */
  goOn(dialogue: DialogueRow, when: When): Promise<boolean>
  /** Balance looked back on, made for whoever asks. */
  balance(dialogue: DialogueRow, person: PersonId): Promise<BalanceReport | null>
  /** The dialogue and all that was ever stored of it; unless, asked when nobody is in it any more, it is to stay. */
  remove(dialogue: DialogueRow, stays?: () => Promise<boolean>): Promise<void>
}

export interface DialoguesInput {
  store: Store
  links: Links
  sessions: Sessions
  now(): number
}

/** Every table and every part of the agenda is another one, also where it looks the same. */
function setUp(like: Example | undefined): Pick<NewSession, 'tables' | 'settings' | 'programme'> {
  if (!like) return { tables: roleTables(GOVERNMENT_ROLES.map(() => newId('tbl'))) }
  const { settings, tables, programme } = like
  return {
    settings,
    tables: tables.map((table) => ({ id: newId('tbl'), ...table })),
    programme: programme.map((part) => ({ id: newId('prt'), ...part })),
  }
}

export function createDialogues({ store, links, sessions, now }: DialoguesInput): Dialogues {
  const { people: stored, events } = store

  /** The first line of a session's log. */
  const begin = (session: SessionId, created: DialogueEvent, at = now()) =>
    events.append({
      session,
      after: 0,
      at,
      actor: 'system',
      commandId: null,
      answer: { ok: true },
      events: [created],
    })

  return {
    all: () => stored.dialogues(),
    async make(input) {
      const { startsAt, endsAt, demo } = input
      const named = { title: clean(input.title), promise: input.promise && clean(input.promise) }
      const dialogue = { id: newId('dlg'), session: newId('ses'), ...named, startsAt, endsAt, demo }
      const people = input.people.map((person) => personRow(dialogue.id, person))
      await stored.createDialogue(dialogue, people)
      await keepLinks(stored, links, people)
      await keepAddresses(store.mail, people, input.people)
      const created = createSession({
        ...named,
        session: dialogue.session,
        dialogue: dialogue.id,
        startsAt,
        people: people.map(({ id, name, role, group, detail }) => ({ id, name, role, group, detail })),
        ...setUp(input.like),
      })
      await begin(dialogue.session, created, input.madeAt)
      return { dialogue, people, begun: created }
    },
    async example(dialogue) {
      const session = await sessions.of(dialogue.id)
      return session && exampleOf(await readPast(store, dialogue), session.state())
    },
    async change({ id }, wanted) {
      await stored.editDialogue(id, wanted)
      const session = await sessions.of(id)
      const command = setDialogueCommand(wanted)
      return (await session?.run({ actor: 'system', command, commandId: null }))?.ok ?? true
    },
    async goOn({ id: dialogue }, { startsAt, endsAt }) {
      // nobody is sent away for what will be refused
      if ((await sessions.of(dialogue))?.state().phase.name !== 'ended') return false
      return sessions.goOn(dialogue, async () => {
        const row = await stored.dialogue(dialogue)
        const before = row && replay(await events.read(row.session))
        if (before?.phase.name !== 'ended') return false
        const session = newId('ses')
        await stored.addSession(dialogue, session)
        await begin(session, continueSession(before, { session, startsAt }))
        return stored.enterSession({ dialogue, after: before.id, session, startsAt, endsAt })
      })
    },
    async balance({ id }, person) {
      return (await sessions.of(id))?.balance(person) ?? null
    },
    remove: ({ id }, stays = () => Promise.resolve(false)) =>
      sessions.drop(id, async () => {
        if (!(await stays())) await stored.deleteDialogue(id)
      }),
  }
}
