import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MailReply } from '../../shared/protocol.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { somebody, startHouse, type TestHouse } from '../support/house.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

/** Invitations by mail, sent to a real mail server on this computer and taken apart there. */

const FROM = 'Dialoog <dialoog@gemeente.example>'
const DAY = 24 * 3_600_000
const HOUR = 3_600_000
/** 8 December 2026, 19.30 in Amsterdam. */
const STARTS = Date.UTC(2026, 11, 8, 18, 30)

let database: TestDatabase
let mailbox: Mailbox
let house: TestHouse
let clock = STARTS - 7 * DAY

const start = () =>
  startHouse({
    database: database.url,
    mail: { smtp: mailbox.url, from: FROM },
    phone: '088 000 00 00',
    now: () => clock,
  })

beforeAll(async () => {
  database = await createTestDatabase()
  mailbox = await startMailbox()
  house = await start()
})
afterAll(async () => {
  await house.stop()
  await mailbox.stop()
  await database.drop()
})
beforeEach(async () => {
  clock = STARTS - 7 * DAY
  await database.query('delete from dialogues')
  mailbox.received.length = 0
  mailbox.answer = () => undefined
  mailbox.onMessage = () => undefined
})

async function evening(mails: Record<string, string | null> = { Riet: 'riet@voorbeeld.nl' }) {
  const made = await house.open.services.dialogues.make({
    title: 'Groen & "rust" in de wijk; samen, éénmaal',
    promise: null,
    startsAt: STARTS,
    endsAt: STARTS + 2 * HOUR,
    demo: false,
    people: [
      { ...somebody('Saskia', 'organiser'), mail: 'saskia@gemeente.example' },
      ...Object.entries(mails).map(([name, mail]) => ({ ...somebody(name), mail })),
    ],
  })
  const row = (name: string) => {
    const found = made.people.find((one) => one.name === name)
    if (!found) throw new Error(`${name} is not there`)
    return found
  }
  const saskia = await redeem(house.link(row('Saskia')))
  const overview = () => saskia.get<MailReply>('api/mail')
  const stateOf = async (name: string) =>
    (await overview()).people.find(({ person }) => person === row(name).id)
  return { made, row, saskia, overview, stateOf, invite: inviting(saskia) }
}

const inviting =
  (saskia: Awaited<ReturnType<typeof redeem>>) =>
  async (...people: string[]) =>
    ((await (await saskia.send('POST', 'api/mail', { people })).json()) as { sending: number }).sending

const arrived = (count: number) => until(`${count} mails`, () => mailbox.received.length >= count)
const look = () => house.open.services.post.look()

test('an invitation comes from the one sender, is answered to the organiser, and has link, code, telephone and date in words', async () => {
  const { row, invite, stateOf } = await evening()
  expect(await invite(row('Riet').id)).toBe(1)
  await arrived(1)
  const [mail] = mailbox.received
  expect(mail?.from).toBe('dialoog@gemeente.example')
  expect(mail?.to).toBe('riet@voorbeeld.nl')
  expect(mail?.headers).toMatchObject({
    from: FROM,
    to: 'Riet <riet@voorbeeld.nl>',
    'reply-to': 'saskia@gemeente.example',
    subject: 'Uitnodiging: Groen & "rust" in de wijk; samen, éénmaal, dinsdag 8 december 2026',
    'auto-submitted': 'auto-generated',
  })
  for (const said of [
    'Dag Riet,',
    'dinsdag 8 december 2026, van 19.30 tot 21.30 uur',
    house.link(row('Riet')),
    'Bel 088 000 00 00',
    `${house.url}/code`,
  ]) {
    expect(mail?.text).toContain(said)
    expect(mail?.html.replaceAll('&amp;', '&').replaceAll('&quot;', '"')).toContain(said)
  }
  const code = /typ uw code: (\S{4} \S{4})/.exec(mail?.text ?? '')?.[1]
  expect(await house.open.services.entrance.byCode(code ?? '')).toEqual({
    secret: house.link(row('Riet')).split('/j/')[1],
  })
  await until('sent', async () => (await stateOf('Riet'))?.invitation?.state === 'sent')
})

test('nothing in a mail is fetched from anywhere, and every address in it is ours', async () => {
  const { row, invite } = await evening()
  await invite(row('Riet').id)
  await arrived(1)
  const html = mailbox.received[0]?.html ?? ''
  expect(html).not.toMatch(/<(?:img|link|script|iframe|object|video|audio|source)|url\(|@import|background=/i)
  const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address)
  expect(addresses.length).toBeGreaterThan(1)
  for (const address of addresses) expect(address.startsWith(house.url)).toBe(true)
})

test('the calendar file in the mail is the session’s: same name, moment and edition, and no secret in it', async () => {
  const { row, saskia, invite } = await evening()
  await invite(row('Riet').id)
  await arrived(1)
  const [file] = mailbox.received[0]?.files ?? []
  expect(file?.name).toBe('bijeenkomst.ics')
  expect(file?.type).toContain('text/calendar')
  const own = await saskia.text('api/bijeenkomst.ics')
  expect(file?.content).toBe(own)
  const lines = own.replaceAll('\r\n ', '').split('\r\n')
  expect(lines).toContain('DTSTART:20261208T183000Z')
  expect(lines).toContain('DTEND:20261208T203000Z')
  expect(lines).toContain('SUMMARY:Groen & "rust" in de wijk\\; samen\\, éénmaal')
  expect(lines).toContain('SEQUENCE:0')
  expect(own).not.toContain('/j/')
  await saskia.send('PATCH', 'api/dialogue', {
    title: 'Anders',
    date: '2026-12-09',
    from: '19:30',
    to: '21:30',
  })
  const next = (await saskia.text('api/bijeenkomst.ics')).split('\r\n')
  expect(next).toContain('SEQUENCE:1')
  const uid = lines.find((line) => line.startsWith('UID:'))
  expect(next).toContain(uid)
})

test('an address that does not exist is seen as such, and is not tried again until it is another one or said to work', async () => {
  const { row, saskia, invite, stateOf } = await evening()
  mailbox.answer = () => ({ code: 550 })
  await invite(row('Riet').id)
  await until('refused', async () => (await stateOf('Riet'))?.invitation?.state === 'refused')
  expect((await stateOf('Riet'))?.bounced).toBe(true)
  mailbox.answer = () => undefined
  expect(await invite(row('Riet').id)).toBe(0)
  await saskia.send('PUT', `api/people/${row('Riet').id}/bounced`, { bounced: false })
  expect(await invite(row('Riet').id)).toBe(1)
  await arrived(1)
  // mail that comes back later is the organiser's to say
  await saskia.send('PUT', `api/people/${row('Riet').id}/bounced`, { bounced: true })
  expect((await stateOf('Riet'))?.bounced).toBe(true)
})

test('a mail server that is busy is asked again later; one that hangs up in the middle of a message is not, for it may have gone', async () => {
  const { row, invite, stateOf } = await evening()
  mailbox.answer = () => ({ code: 451 })
  await invite(row('Riet').id)
  await until('put off', async () => {
    const found = (await stateOf('Riet'))?.invitation
    return found?.state === 'waiting' && found.at > clock
  })
  mailbox.answer = () => undefined
  await look()
  expect(mailbox.received).toEqual([])
  clock += 61_000
  await look()
  await arrived(1)

  mailbox.answer = () => 'hangUp'
  clock += DAY
  await invite(row('Riet').id)
  await until('unsure', async () => (await stateOf('Riet'))?.invitation?.state === 'unsure')
  mailbox.answer = () => undefined
  clock += HOUR
  await look()
  expect(mailbox.received).toHaveLength(2)
})

test('whoever gets a new link has had no invitation yet: what was sent before leads nowhere', async () => {
  const { row, saskia, invite, stateOf } = await evening()
  await invite(row('Riet').id)
  await arrived(1)
  await until('sent', async () => (await stateOf('Riet'))?.invitation?.state === 'sent')
  const renewed = await saskia.send('POST', `api/links/${row('Riet').id}/renew`)
  const { url } = (await renewed.json()) as { url: string }
  expect((await stateOf('Riet'))?.invitation).toBeNull()
  expect(await invite(row('Riet').id)).toBe(1)
  await arrived(2)
  expect(mailbox.received[1]?.text).toContain(url)
})

test('pressing twice sends once; what is sent a second time later is sent', async () => {
  const { row, invite, stateOf } = await evening()
  const { id } = row('Riet')
  await Promise.all([invite(id), invite(id), invite(id, id)])
  await arrived(1)
  await until('sent', async () => (await stateOf('Riet'))?.invitation?.state === 'sent')
  await invite(id)
  await look()
  expect(mailbox.received).toHaveLength(1)
  clock += 11 * 60_000
  expect(await invite(id)).toBe(1)
  await arrived(2)
})

test('a mistake in an address that is mended at once: the invitation goes to the right one, and is not said to have gone', async () => {
  const { row, saskia, invite, stateOf } = await evening({ Riet: 'rit@voorbeeld.nl' })
  const { id } = row('Riet')
  await invite(id)
  await until('sent', async () => (await stateOf('Riet'))?.invitation?.state === 'sent')
  await saskia.send('PUT', `api/people/${id}/mail`, { mail: 'riet@voorbeeld.nl' })
  expect((await stateOf('Riet'))?.invitation).toBeNull()
  expect(await invite(id)).toBe(1)
  await arrived(2)
  expect(mailbox.received.map(({ to }) => to)).toEqual([
    expect.stringContaining('rit@voorbeeld.nl'),
    expect.stringContaining('riet@voorbeeld.nl'),
  ])
  await saskia.send('PUT', `api/people/${id}/mail`, { mail: 'riet@voorbeeld.nl' })
  expect(await invite(id)).toBe(0)
})

test('what was broken off in the middle, with the server going on, is said to be unsure and can be sent again', async () => {
  const { row, invite, stateOf } = await evening()
  const { id } = row('Riet')
  await invite(id)
  await until('sent', async () => (await stateOf('Riet'))?.invitation?.state === 'sent')
  await database.query(`update mails set state = 'sending'`)
  await look()
  expect((await stateOf('Riet'))?.invitation?.state).toBe('unsure')
  expect(await invite(id)).toBe(1)
  await arrived(2)
})

test('whoever stops mail gets no more of it, keeps their seat, and a mail scanner that looks stops nothing', async () => {
  const { row, invite, stateOf } = await evening()
  await invite(row('Riet').id)
  await arrived(1)
  const url = /<([^>]*)>/.exec(mailbox.received[0]?.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  expect(mailbox.received[0]?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  for (const method of ['HEAD', 'GET', 'GET']) expect((await fetch(url, { method })).status).toBe(200)
  expect((await stateOf('Riet'))?.noMail).toBe(false)
  // as a mail program presses it: without cookie, without a page of ours
  expect((await fetch(url, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(200)
  expect((await stateOf('Riet'))?.noMail).toBe(true)
  clock += DAY
  expect(await invite(row('Riet').id)).toBe(0)
  expect((await redeem(house.link(row('Riet')))).person).toBe(row('Riet').id)
  const seal = url.slice(url.lastIndexOf('/') + 1)
  for (const wrong of [
    `${url.slice(0, -1)}A`,
    url.replace(row('Riet').id, row('Saskia').id),
    `${url}/x`,
    url.replace(seal, encodeURIComponent('é'.repeat(seal.length))),
  ])
    expect((await fetch(wrong, { method: 'POST' })).status).toBe(404)
})

test('a reminder comes by itself the day before, once, to whoever was invited before that day and wants mail', async () => {
  const { row, invite, stateOf } = await evening({
    Riet: 'riet@voorbeeld.nl',
    Kofi: 'kofi@voorbeeld.nl',
    Anna: 'anna@voorbeeld.nl',
    Henk: 'henk@voorbeeld.nl',
    Joke: null,
  })
  await invite(row('Riet').id, row('Kofi').id)
  await arrived(2)
  await house.store.mail.setNoMail(row('Kofi').id, true)
  clock = STARTS - DAY - 1
  await look()
  expect(mailbox.received).toHaveLength(2)
  clock = STARTS - DAY
  // has just had the invitation itself
  await invite(row('Anna').id)
  await arrived(3)
  await look()
  await arrived(4)
  expect(mailbox.received.slice(3).map(({ to }) => to)).toEqual(['riet@voorbeeld.nl'])
  expect(mailbox.received[3]?.headers['subject']).toContain('Herinnering: ')
  expect((await stateOf('Riet'))?.reminder?.state).toBe('sent')
  for (let hour = 23; hour >= 0; hour -= 1) {
    clock = STARTS - hour * HOUR
    await look()
  }
  expect(mailbox.received).toHaveLength(4)
})

test('a restart in the middle of a reminder sends it no second time, and what still waited is sent', async () => {
  const { row, invite } = await evening({ Riet: 'riet@voorbeeld.nl', Kofi: 'kofi@voorbeeld.nl' })
  await invite(row('Riet').id, row('Kofi').id)
  await arrived(2)
  await until('both sent', async () => {
    const rows = await database.query(`select 1 from mails where state = 'sent'`)
    return rows.length === 2
  })
  clock = STARTS - DAY
  // the process ends between handing over and writing down: the message is there, its end is not
  const { mail } = house.store
  await mail.remind(clock, DAY)
  const taken = await mail.take(clock)
  await house.stop()
  house = await start()
  await arrived(3)
  await look()
  const reminded = mailbox.received.slice(2).map(({ to }) => to)
  expect(reminded).toEqual(taken?.person === row('Riet').id ? ['kofi@voorbeeld.nl'] : ['riet@voorbeeld.nl'])
  const states = await database.query<{ person_id: string; state: string }>(
    `select person_id, state from mails where kind = 'reminder'`,
  )
  expect(states.find(({ person_id }) => person_id === taken?.person)?.state).toBe('unsure')
})

test('a session that is moved gets a reminder for its new day, and none for the old one', async () => {
  const { row, saskia, invite } = await evening()
  await invite(row('Riet').id)
  await arrived(1)
  await saskia.send('PATCH', 'api/dialogue', {
    title: 'Later',
    date: '2026-12-15',
    from: '19:30',
    to: '21:30',
  })
  clock = STARTS - DAY
  await look()
  expect(mailbox.received).toHaveLength(1)
  clock = STARTS + 6 * DAY
  await look()
  await arrived(2)
  expect(mailbox.received[1]?.text).toContain('dinsdag 15 december 2026')
})

test('without settings for mail nothing is sent and the organiser is told so', async () => {
  const plain = await startHouse({ database: (await otherDatabase()).url })
  const made = await plain.open.services.dialogues.make({
    title: 'Proef',
    promise: null,
    startsAt: null,
    endsAt: null,
    demo: false,
    people: [{ ...somebody('Saskia', 'organiser'), mail: 'saskia@gemeente.example' }],
  })
  const [row] = made.people
  const saskia = await redeem(row ? plain.link(row) : '')
  expect((await saskia.get<MailReply>('api/mail')).from).toBeNull()
  expect(await inviting(saskia)(row?.id ?? '')).toBe(0)
  await plain.stop()
  await other?.drop()
})
let other: TestDatabase | null = null
const otherDatabase = async () => (other = await createTestDatabase())

test('mail is the organiser’s of this dialogue alone, and no address is in the log', async () => {
  const { row, made, saskia, invite } = await evening()
  const riet = await redeem(house.link(row('Riet')))
  for (const [method, path] of [
    ['GET', 'api/mail'],
    ['POST', 'api/mail'],
    ['GET', 'api/letters'],
    ['PUT', `api/people/${row('Riet').id}/bounced`],
  ] as const)
    expect((await riet.send(method, path, method === 'GET' ? undefined : {})).status).toBe(403)
  const elsewhere = await evening({ Kofi: 'kofi@voorbeeld.nl' })
  expect(await inviting(saskia)(elsewhere.row('Kofi').id)).toBe(0)
  mailbox.answer = () => ({ code: 550 })
  await invite(row('Riet').id)
  await until('refused', async () => (await house.store.mail.address(row('Riet').id))?.bouncedAt != null)
  expect(made.people).toHaveLength(2)
  expect(house.logged()).not.toMatch(/@(?:voorbeeld|gemeente)/)
})

test('who lost their link gets it again at their own address, and nobody is told whether an address is known', async () => {
  const { row } = await evening()
  const ask = (mail: string) =>
    fetch(`${house.url}/code/mail`, {
      method: 'POST',
      headers: { origin: house.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ mail }).toString(),
    })
  const [known, unknown] = [await ask('Riet@voorbeeld.nl'), await ask('niemand@voorbeeld.nl')]
  expect(known.status).toBe(unknown.status)
  const page = async (answer: Response) => (await answer.text()).replace(/nonce="[^"]*" content="[^"]*"/, '')
  expect(await page(known)).toBe(await page(unknown))
  await arrived(1)
  expect(mailbox.received[0]?.text).toContain(house.link(row('Riet')))
  for (let round = 0; round < 6; round += 1) await ask('riet@voorbeeld.nl')
  await until('the others', () => mailbox.received.length >= 3)
  expect(mailbox.received).toHaveLength(3)
})
