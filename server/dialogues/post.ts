import type { PersonId } from '../../shared/dialogue/model.ts'
import type { MailReply } from '../../shared/protocol.ts'
import { errorText } from '../kit/errorText.ts'
import { createSerial } from '../kit/serial.ts'
import { mailOf, type MailParts } from '../mail/invitation.ts'
import type { Handed, Mailer } from '../mail/mailer.ts'
import type { Cluster } from '../nodes/cluster.ts'
import type { DialogueRow, PersonRow, Store, TakenMail } from '../store/store.ts'
import type { Invitations } from './invitations.ts'
import type { Links } from './links.ts'

/** A reminder goes the day before, at the hour of the beginning. */
const REMIND_MS = 24 * 3_600_000
/** Pressing twice sends once. */
const AGAIN_MS = 10 * 60_000
const LOOK_MS = 60_000
/** After each try that was certainly not taken; then it has failed. */
const WAITS_MS = [60_000, 5 * 60_000, 30 * 60_000, 3 * 3_600_000] as const
/** Mail has one language: who has not been here yet has chosen none. */
const LOCALE = 'nl'

/** Mail to people of a dialogue. What is to be sent is stored first, and goes one after the other. */
export interface Post {
  overview(dialogue: DialogueRow): Promise<MailReply>
  /** How many are going to be sent: whoever has an address that works and was not sent one a moment ago. */
  invite(dialogue: DialogueRow, people: readonly PersonId[]): Promise<number>
  /** Their link once more, to whoever has this address; whether anybody has, nobody is told. */
  sendLost(address: string): Promise<void>
  /** The organiser says that mail to this person comes back, or that it works after all. False: they have no address here. */
  setBounced(dialogue: DialogueRow, person: PersonId, bounced: boolean): Promise<boolean>
  /** The dialogue that this seal stops mail about; null when it does not hold. `stop`: and do so. */
  noMail(person: PersonId, seal: string, stop: boolean): Promise<DialogueRow | null>
  /** Reminders that are due, and all that waits. */
  look(): Promise<void>
  /** Looks at once and then each minute. Returns how to stop, after the message that is being sent. */
  keepUp(): () => Promise<void>
}

export interface PostInput {
  store: Pick<Store, 'people' | 'mail'>
  links: Links
  invitations: Invitations
  /** Null: mail was not set up. */
  mail: { mailer: Mailer; from: string } | null
  log: { warn(fields: object, text: string): void }
  now(): number
  /** Of several nodes one sends; the others leave it to that one. */
  cluster: Pick<Cluster, 'keeps'> | null
}

export function createPost({ store, links, invitations, mail, log, now, cluster }: PostInput): Post {
  const turns = createSerial()
  let stopped = false

  async function hand(dialogue: DialogueRow, row: PersonRow, kind: MailParts['kind'], address: string) {
    const [invited] = await invitations.of(dialogue, [row.id])
    if (!mail || !invited) return null
    const replyTo = await answersTo(dialogue)
    const noMailUrl = links.noMailUrl(row.id, address)
    return mail.mailer.hand({
      ...mailOf({ ...invited, kind, noMailUrl, answered: replyTo !== null }, LOCALE),
      to: { name: invited.name, address },
      replyTo,
      calendar: await invitations.calendar(dialogue, LOCALE),
      unsubscribe: noMailUrl,
    })
  }

  /** The sender is the installation's; an answer goes to the first organiser who has an address. */
  async function answersTo({ id }: DialogueRow): Promise<string | null> {
    const [rows, addresses] = await Promise.all([store.people.people(id), store.mail.addresses(id)])
    const organisers = rows.filter(({ role, out }) => role === 'organiser' && !out)
    const found = organisers.map((row) => addresses.find(({ person }) => person === row.id))
    return found.find((one) => one && one.bouncedAt === null)?.address ?? null
  }

  /** A reminder is for the time it was made for: when that has been changed, or has come, it is for nothing. */
  const isOver = ({ kind, about }: TakenMail, { startsAt }: DialogueRow): boolean =>
    kind === 'reminder' && (startsAt !== about || startsAt <= now())

  /** Stored as being sent before it is handed over, and what came of it afterwards: whatever breaks off in between never goes twice by itself. */
  async function send(taken: TakenMail): Promise<void> {
    const row = await store.people.person(taken.person)
    const dialogue = row && (await store.people.dialogue(row.dialogue))
    const to = await store.mail.address(taken.person)
    // they may have asked for no more mail while it waited
    if (!row || !dialogue || !to || to.noMail || isOver(taken, dialogue)) return store.mail.drop(taken)
    const handed = await hand(dialogue, row, taken.kind, to.address)
    if (handed === null) return store.mail.drop(taken)
    if (handed === 'refused') await store.mail.setBounced(row.id, to.address, now())
    if (handed !== 'sent')
      log.warn({ person: row.id, kind: taken.kind, outcome: handed }, 'mail was not taken')
    await noted(taken, handed)
  }

  async function noted(taken: TakenMail, handed: Handed): Promise<void> {
    const wait = WAITS_MS[taken.tries - 1]
    if (handed !== 'later') return store.mail.note(taken, handed, now())
    return wait === undefined
      ? store.mail.note(taken, 'failed', now())
      : store.mail.note(taken, 'waiting', now() + wait)
  }

  const work = () =>
    turns.run(async () => {
      if (!mail || cluster?.keeps() === false) return
      // nothing is being handed over now: what says so was broken off, by the end of a process or of the database's line
      await store.mail.interrupted(now())
      for (let taken = await store.mail.take(now()); taken; taken = await store.mail.take(now())) {
        await send(taken)
        if (stopped) return
      }
    })

  async function look(): Promise<void> {
    if (!mail) return
    await store.mail.remind(now(), REMIND_MS)
    await work()
  }

  const patiently = (what: Promise<void>) =>
    void what.catch((error: unknown) => log.warn({ error: errorText(error) }, 'mail could not be sent'))

  return {
    async overview({ id }) {
      const [addresses, latest] = await Promise.all([store.mail.addresses(id), store.mail.latest(id)])
      const last = (person: PersonId, kind: TakenMail['kind']) => {
        const found = latest.find((one) => one.person === person && one.kind === kind)
        return found ? { state: found.state, at: found.at } : null
      }
      return {
        from: mail?.from ?? null,
        people: addresses.map(({ person, address, noMail, bouncedAt }) => ({
          person,
          mail: address,
          noMail,
          bounced: bouncedAt !== null,
          invitation: last(person, 'invitation'),
          reminder: last(person, 'reminder'),
        })),
      }
    },
    async invite({ id, startsAt, demo }, people) {
      if (!mail || demo) return 0
      const own = new Set((await store.people.people(id)).map((row) => row.id))
      const asked = people.filter((person) => own.has(person))
      const count = await store.mail.invite(asked, startsAt ?? 0, now(), now() - AGAIN_MS)
      patiently(work())
      return count
    },
    async sendLost(address) {
      if (!mail) return
      for (const row of await store.mail.at(address)) {
        const dialogue = await store.people.dialogue(row.dialogue)
        if (dialogue && !dialogue.demo) await hand(dialogue, row, 'lost', address)
      }
    },
    async setBounced({ id }, person, bounced) {
      const found = (await store.mail.addresses(id)).find((one) => one.person === person)
      if (!found) return false
      await store.mail.setBounced(person, found.address, bounced ? now() : null)
      return true
    },
    async noMail(person, seal, stop) {
      const [row, found] = await Promise.all([store.people.person(person), store.mail.address(person)])
      if (!row || !found || !links.isNoMail(person, found.address, seal)) return null
      if (stop) await store.mail.setNoMail(person, true)
      return store.people.dialogue(row.dialogue)
    },
    look,
    keepUp() {
      if (!mail) return () => Promise.resolve()
      patiently(look())
      const looking = setInterval(() => patiently(look()), LOOK_MS)
      return async () => {
        stopped = true
        clearInterval(looking)
        await turns.idle()
      }
    },
  }
}
