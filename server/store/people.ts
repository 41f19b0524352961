import { sql, type Kysely, type Selectable } from 'kysely'
import type { DialogueRow, Entered, PeopleStore, PersonRow } from './store.ts'
import { keepListed, listed } from './listed.ts'
import { redeem } from './redeem.ts'
import type { Tables } from './tables.ts'

type DialogueSelect = Selectable<Tables['dialogues']>
type PersonSelect = Selectable<Tables['people']>

export const toDialogue = (row: DialogueSelect): DialogueRow => ({
  id: row.id,
  session: row.session_id,
  title: row.title,
  promise: row.promise,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  demo: row.demo,
})

export const toPerson = (row: PersonSelect): PersonRow => ({
  id: row.id,
  dialogue: row.dialogue_id,
  name: row.name,
  role: row.role,
  group: row.group_name,
  detail: row.detail,
  generation: row.generation,
  opened: row.opened,
  out: row.out,
  erased: row.erased,
})

const fromPerson = (person: PersonRow, position: number) => ({
  id: person.id,
  dialogue_id: person.dialogue,
  position,
  name: person.name,
  role: person.role,
  group_name: person.group,
  detail: person.detail,
  generation: person.generation,
  opened: person.opened,
  out: person.out,
})

const freshSession = (dialogue: string, id: string, number: number | null) => ({
  id,
  dialogue_id: dialogue,
  number,
  last_seq: 0,
  last_hash: null,
})

async function createDialogue(db: Kysely<Tables>, row: DialogueRow, people: PersonRow[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('dialogues')
      .values({
        id: row.id,
        session_id: row.session,
        title: row.title,
        promise: row.promise,
        starts_at: row.startsAt,
        ends_at: row.endsAt,
        demo: row.demo,
        created_at: Date.now(),
      })
      .execute()
    await tx
      .insertInto('sessions')
      .values(freshSession(row.id, row.session, 1))
      .execute()
    if (people.length > 0) await tx.insertInto('people').values(people.map(fromPerson)).execute()
  })
}

async function enterSession(db: Kysely<Tables>, { dialogue, after, session, startsAt, endsAt }: Entered) {
  return db.transaction().execute(async (tx) => {
    const moved = await tx
      .updateTable('dialogues')
      .set({ session_id: session, starts_at: startsAt, ends_at: endsAt })
      .where('id', '=', dialogue)
      .where('session_id', '=', after)
      .returning('id')
      .executeTakeFirst()
    if (!moved) return false
    await tx
      .updateTable('sessions')
      .set({ number: sql`(select max(number) + 1 from sessions where dialogue_id = ${dialogue})` })
      .where('id', '=', session)
      .execute()
    return true
  })
}

async function deleteDialogue(db: Kysely<Tables>, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('documents').where('dialogue_id', '=', id).execute()
    await tx.deleteFrom('dialogues').where('id', '=', id).execute()
  })
}

async function addPeople(db: Kysely<Tables>, people: PersonRow[]): Promise<void> {
  const dialogue = people[0]?.dialogue
  if (dialogue === undefined) return
  await db.transaction().execute(async (tx) => {
    const { last } = await tx
      .selectFrom('people')
      .select((eb) => eb.fn.max('position').as('last'))
      .where('dialogue_id', '=', dialogue)
      .executeTakeFirstOrThrow()
    const first = (last ?? -1) + 1
    await tx
      .insertInto('people')
      .values(people.map((person, index) => fromPerson(person, first + index)))
      .execute()
  })
}

/** A login stands as long as its person's link was not renewed. */
const loginsThatStand = (db: Kysely<Tables>) =>
  db
    .selectFrom('logins')
    .innerJoin('people', 'people.id', 'logins.person_id')
    .whereRef('logins.generation', '=', 'people.generation')

const bytes = (hashed: Buffer) => sql<Buffer>`${hashed}::bytea`

const currentLinks = (db: Kysely<Tables>) =>
  db
    .selectFrom('links')
    .innerJoin('people', (on) =>
      on
        .onRef('people.id', '=', 'links.person_id')
        .onRef('people.generation', '=', 'links.generation')
        .on('people.out', '=', false),
    )
    .selectAll('people')

/** Dialogues, their people, links and logins. Secrets are stored as hashes only. */
export function createPeopleStore(db: Kysely<Tables>): PeopleStore {
  return {
    createDialogue: (row, people) => createDialogue(db, row, people),
    deleteDialogue: (id) => deleteDialogue(db, id),
    addPeople: (people) => addPeople(db, people),
    redeem: (attempt) => redeem(db, attempt),
    async dialogue(id) {
      const row = await db.selectFrom('dialogues').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toDialogue(row) : null
    },
    async dialogues() {
      const rows = await db.selectFrom('dialogues').selectAll().orderBy('created_at').execute()
      return rows.map(toDialogue)
    },
    async underWay() {
      const rows = await db
        .selectFrom('dialogues')
        .innerJoin('sessions', 'sessions.id', 'dialogues.session_id')
        .selectAll('dialogues')
        .where((eb) =>
          eb.or([
            eb.and([eb('sessions.begun_at', 'is not', null), eb('sessions.ended_at', 'is', null)]),
            eb('sessions.id', 'in', eb.selectFrom('media_rooms').select('session_id')),
          ]),
        )
        .orderBy('dialogues.created_at')
        .execute()
      return rows.map(toDialogue)
    },
    async editDialogue(id, { title, startsAt, endsAt }) {
      await db
        .updateTable('dialogues')
        .set((eb) => ({ title, starts_at: startsAt, ends_at: endsAt, edits: eb('edits', '+', 1) }))
        .where('id', '=', id)
        .execute()
    },
    async sessions(dialogue) {
      const rows = await db
        .selectFrom('sessions')
        .select('id')
        .where('dialogue_id', '=', dialogue)
        .where('number', 'is not', null)
        .orderBy('number')
        .execute()
      return rows.map(({ id }) => id)
    },
    async addSession(dialogue, session) {
      await db
        .insertInto('sessions')
        .values(freshSession(dialogue, session, null))
        .execute()
    },
    enterSession: (entered) => enterSession(db, entered),
    async people(dialogue) {
      const rows = await db
        .selectFrom('people')
        .selectAll()
        .where('dialogue_id', '=', dialogue)
        .orderBy('position')
        .execute()
      return rows.map(toPerson)
    },
    async person(id) {
      const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? toPerson(row) : null
    },
    admitted: (ids) =>
      db
        .selectFrom('people')
        .select(['id', 'generation'])
        .where('id', 'in', ids)
        .where('out', '=', false)
        .execute(),
    listed: (dialogue) => listed(db, dialogue),
    keepListed: (lines) => keepListed(db, lines),
    async setLink(person, generation, hash, code) {
      await db
        .insertInto('links')
        .columns(['hash', 'person_id', 'generation', 'code'])
        .expression((eb) =>
          eb
            .selectFrom('people')
            .select([
              bytes(hash).as('hash'),
              'id',
              sql<number>`${generation}::int`.as('generation'),
              bytes(code).as('code'),
            ])
            .where('id', '=', person)
            .where('out', '=', false),
        )
        .onConflict((on) => on.column('hash').doUpdateSet({ code }).where('links.code', 'is', null))
        .execute()
    },
    async byLink(hash) {
      const row = await db
        .selectFrom('links')
        .innerJoin('people', 'people.id', 'links.person_id')
        .selectAll('people')
        .select('links.generation as link_generation')
        .where('links.hash', '=', hash)
        .executeTakeFirst()
      if (!row) return null
      return { person: toPerson(row), current: row.link_generation === row.generation }
    },
    async byCode(code) {
      const rows = await currentLinks(db).where('links.code', '=', code).limit(2).execute()
      return rows.map(toPerson)
    },
    async withoutCode() {
      return (await currentLinks(db).where('links.code', 'is', null).execute()).map(toPerson)
    },
    async raiseGeneration(person) {
      const row = await db
        .updateTable('people')
        .set((eb) => ({ generation: eb('generation', '+', 1), opened: false }))
        .where('id', '=', person)
        .returning('generation')
        .executeTakeFirstOrThrow()
      await db.deleteFrom('logins').where('person_id', '=', person).execute()
      return row.generation
    },
    async login(hash) {
      const row = await loginsThatStand(db)
        .selectAll('people')
        .where('logins.hash', '=', hash)
        .executeTakeFirst()
      return row ? toPerson(row) : null
    },
    async standing(hashes) {
      const rows = await loginsThatStand(db)
        .select('logins.hash')
        .where(sql<boolean>`logins.hash = any(${hashes}::bytea[])`)
        .execute()
      return rows.map(({ hash }) => hash)
    },
    async hasLogin(person) {
      const row = await db
        .selectFrom('logins')
        .select('hash')
        .where('person_id', '=', person)
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async removeLogins(person, except) {
      let query = db.deleteFrom('logins').where('person_id', '=', person)
      if (except) query = query.where('hash', '<>', except)
      await query.execute()
    },
  }
}
