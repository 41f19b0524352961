import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { MAX_FRAME } from '../../shared/protocol.ts'
import { CLOSE, PROTOCOL } from '../../shared/wire.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine, type Line, type LineInput } from '../support/line.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

const { house } = ownHouse()
const lines: Line[] = []

afterEach(async () => {
  await Promise.all(lines.splice(0).map((line) => line.close()))
})

async function join(visitor: Visitor, input: LineInput = {}): Promise<Line> {
  const line = openLine(visitor, input)
  lines.push(line)
  await line.next('welcome')
  return line
}

/** Saskia leads, Riet and Mehmet are in the plenary, which has begun. */
async function plenary() {
  const seated = await seat(house, [somebody('Saskia', 'organiser'), somebody('Riet'), somebody('Mehmet')])
  const { Saskia, Riet, Mehmet } = seated.people
  if (!Saskia || !Riet || !Mehmet) throw new Error('nobody there')
  const visitors = {
    saskia: await redeem(house.link(Saskia)),
    riet: await redeem(house.link(Riet), { name: 'Riet' }),
    mehmet: await redeem(house.link(Mehmet)),
  }
  const saskia = await join(visitors.saskia)
  expect(await saskia.command('openPlenary', {})).toEqual({ ok: true })
  return { seated, visitors, saskia, riet: await join(visitors.riet), mehmet: await join(visitors.mehmet) }
}

const handsOf = (line: Line) => line.state().floors['plenary']?.queue.map(({ person }) => person)

test('from link to raised hand: everybody in the room sees the hand, in the same order', async () => {
  const { saskia, riet, mehmet, visitors } = await plenary()
  expect(await riet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
  expect(await mehmet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
  const { seq } = mehmet.state()
  for (const line of [saskia, riet, mehmet]) {
    await line.next('event', ({ recorded }) => recorded.seq >= seq && recorded.event.type === 'HandRaised')
    await expect.poll(() => handsOf(line)).toEqual([visitors.riet.person, visitors.mehmet.person])
  }
})

test('the answer comes before the event it made', async () => {
  const { riet } = await plenary()
  await riet.command('raiseHand', { room: 'plenary' })
  await riet.next('event', ({ recorded }) => recorded.event.type === 'HandRaised')
  const kinds = riet.frames.map(({ kind }) => kind)
  expect(kinds.indexOf('answer')).toBeLessThan(kinds.lastIndexOf('event'))
})

test('whoever comes back with the last number gets what was missed, without a gap', async () => {
  const { riet, mehmet, visitors } = await plenary()
  const known = riet.state()
  await riet.close()
  await mehmet.command('raiseHand', { room: 'plenary' })
  await mehmet.command('lowerHand', { room: 'plenary' })
  const back = await join(visitors.riet, { lastSeq: known.seq, state: known })
  const welcome = await back.next('welcome')
  expect(welcome.snapshot).toBeNull()
  expect(welcome.tail.map(({ seq }) => seq)).toEqual([known.seq + 1, known.seq + 2])
  expect(back.state().seq).toBe(mehmet.state().seq)
})

test('a page of another release is told to load itself anew', async () => {
  const { visitors } = await plenary()
  const old = openLine(visitors.riet, { protocol: PROTOCOL + 1 })
  expect(await old.closed).toBe(CLOSE.old)
})

test('a number from the future gets the whole state', async () => {
  const { riet, visitors } = await plenary()
  const { seq } = riet.state()
  await riet.close()
  const back = await join(visitors.riet, { lastSeq: seq + 50 })
  expect((await back.next('welcome')).snapshot?.seq).toBe(seq)
})

test('[F1] the same command sent twice works once, on another socket too', async () => {
  const { riet, visitors } = await plenary()
  const id = randomUUID()
  await riet.command('raiseHand', { room: 'plenary' }, id)
  const { seq } = riet.state()
  await riet.close()
  const back = await join(visitors.riet)
  expect(await back.command('raiseHand', { room: 'plenary' }, id)).toEqual({ ok: true })
  expect(back.state().seq).toBeLessThanOrEqual(seq + 1)
  expect(handsOf(back)).toEqual([visitors.riet.person])
})

test("a command with somebody else's id does nothing", async () => {
  const { riet, mehmet, visitors } = await plenary()
  const id = randomUUID()
  await riet.command('raiseHand', { room: 'plenary' }, id)
  expect(await mehmet.command('raiseHand', { room: 'plenary' }, id)).toMatchObject({ code: 'malformed' })
  expect(handsOf(riet)).toEqual([visitors.riet.person])
})

test('a command without the right is refused in the language of the screen', async () => {
  const { riet, visitors } = await plenary()
  expect(await riet.command('announceSplit', {})).toEqual({
    ok: false,
    code: 'not_your_role',
    text: 'Dit hoort bij iemand anders. Vraag het aan uw begeleider.',
  })
  await riet.close()
  const english = await join(visitors.riet, { locale: 'en' })
  expect(await english.command('announceSplit', {})).toMatchObject({
    text: expect.stringContaining('facilitator'),
  })
  await english.close()
  const arabic = await join(visitors.riet, { locale: 'ar' })
  expect(await arabic.command('announceSplit', {})).toMatchObject({
    text: 'هذا من عمل شخص آخر. يمكنك سؤال إدارة الحوار.',
  })
  await join(visitors.riet, { takeOver: true })
  expect(await arabic.closed).toBe(4409)
  expect(arabic.frames.at(-1)).toMatchObject({
    kind: 'bye',
    text: 'دخولك الآن من شاشة أخرى. هذه الشاشة لم تعد مشاركة.',
  })
})

test("the server's own commands are not taken from a socket", async () => {
  const { saskia } = await plenary()
  expect(await saskia.command('goOn', { room: 'plenary' })).toMatchObject({ code: 'not_your_role' })
})

test('malformed frames and unknown commands get an answer, and the line stays open', async () => {
  const { riet } = await plenary()
  for (const junk of ['', '{', 'null', '[]', '{"kind":"hullo"}', '{"kind":"command","commandId":"1"}'])
    riet.raw(junk)
  riet.raw(Buffer.from([0xff, 0xfe, 0x00]))
  await riet.next('answer', ({ answer }) => !answer.ok && answer.code === 'malformed')
  expect(await riet.command('toString', {})).toMatchObject({ code: 'unknown_command' })
  expect(await riet.command('raiseHand', { room: 'plenary', extra: 1 })).toMatchObject({ code: 'malformed' })
  expect(await riet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('a room or table named like a property of every object is nobody’s, and the process lives on', async () => {
  const { riet, mehmet, saskia } = await plenary()
  for (const name of ['constructor', '__proto__', 'toString']) {
    riet.raw(JSON.stringify({ kind: 'typing', table: name, typing: true }))
    expect(await riet.command('raiseHand', { room: name })).toMatchObject({ ok: false })
    expect(await saskia.command('movePerson', { person: 'Riet', table: name })).toMatchObject({ ok: false })
  }
  expect(await mehmet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('what has no place in text is cleaned or malformed, and everything is stored', async () => {
  const { saskia, riet, mehmet } = await plenary()
  const odd = 'Nog\u0000 vijf\ud800 minuten\u202e.'
  expect(await saskia.command('announce', { text: odd })).toEqual({ ok: true })
  expect(await saskia.command('startItem', { title: `${odd}\nDan` })).toEqual({ ok: true })
  expect(await riet.command('askHelp', { note: odd })).toEqual({ ok: true })
  await expect.poll(() => mehmet.state().announcement?.text).toBe('Nog vijf minuten.')
  await expect.poll(() => mehmet.state().agenda.at(-1)?.title).toBe('Nog vijf minuten. Dan')
  for (const room of ['\u0000', 'plenary\u0000', '\ud800'])
    expect(await riet.command('raiseHand', { room })).toMatchObject({ code: 'malformed' })
  expect(await saskia.command('announce', { text: '\u0000' })).toMatchObject({ code: 'malformed' })
  riet.raw(JSON.stringify({ kind: 'typing', table: 'a\u0000', typing: true }))
  expect(await riet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('a frame that is too big closes the line; the others notice nothing', async () => {
  const { riet, mehmet } = await plenary()
  riet.raw('x'.repeat(MAX_FRAME + 1))
  expect(await riet.closed).toBe(1009)
  expect(await mehmet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('whoever sends too much is told to slow down, and the others are served', async () => {
  const { riet, mehmet } = await plenary()
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => riet.command('raiseHand', { room: 'plenary' })),
  )
  expect(answers.filter((answer) => !answer.ok && answer.code === 'slow_down').length).toBeGreaterThan(50)
  expect(await mehmet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('a second device is asked, not let in; after taking over the first is told and closed', async () => {
  const { riet, visitors } = await plenary()
  const second = openLine(visitors.riet)
  lines.push(second)
  expect(await second.closed).toBe(4409)
  const third = await join(visitors.riet, { takeOver: true })
  expect(await riet.closed).toBe(4409)
  expect(riet.frames.at(-1)).toMatchObject({ kind: 'bye', code: 4409 })
  expect(await third.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('a tab that lost its line takes its own place back without asking', async () => {
  const { riet, visitors } = await plenary()
  const back = await join(visitors.riet, { lastSeq: riet.state().seq, state: riet.state() })
  expect(await riet.closed).toBe(4409)
  expect(await back.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
})

test('a reload finds the place free', async () => {
  const { riet, visitors } = await plenary()
  await riet.command('raiseHand', { room: 'plenary' })
  riet.ws.terminate()
  const back = await join(visitors.riet)
  expect(handsOf(back)).toEqual([visitors.riet.person])
})

test('a reload finds the place free, also while the page before is still being let go', async () => {
  const { riet, visitors } = await plenary()
  setTimeout(() => riet.ws.terminate(), 400)
  const back = await join(visitors.riet)
  expect(back.state().people[visitors.riet.person]?.joined).toBe(true)
})

test('another origin is refused before the socket opens', async () => {
  const { visitors } = await plenary()
  const host = new URL(house.origin).host
  for (const origin of [
    'http://evil.example',
    'null',
    `http://${host}.evil.example`,
    `http://evil-${host}`,
  ]) {
    expect(await openLine(visitors.riet, { origin }).closed).toBe(403)
  }
})

test('without a cookie, and with the cookie of somebody else, the socket is closed with 4401', async () => {
  const { visitors } = await plenary()
  expect(await openLine({ ...visitors.riet, cookie: 'dt=none' }).closed).toBe(4401)
  expect(await openLine({ ...visitors.riet, cookie: visitors.mehmet.cookie }).closed).toBe(4401)
})

test('who is there is shown to the room; whoever is gone for three seconds is away', async () => {
  const { riet, mehmet, visitors } = await plenary()
  await riet.next('presence', ({ people }) => people.some(({ person }) => person === visitors.mehmet.person))
  await mehmet.close()
  await riet.next('presence', ({ people }) =>
    people.some(({ person, state }) => person === visitors.mehmet.person && state === 'away'),
  )
})

test('sound and picture that are away are a refusal in words; everything else goes on', async () => {
  const { riet } = await plenary()
  house.media.setAvailable(false)
  await riet.next('media', ({ available }) => !available)
  const id = randomUUID()
  riet.raw(JSON.stringify({ kind: 'ask', id, type: 'joinRoom' }))
  expect((await riet.next('answer', (frame) => frame.id === id)).answer).toMatchObject({ code: 'media_away' })
  expect(await riet.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
  house.media.setAvailable(true)
  const again = randomUUID()
  riet.raw(JSON.stringify({ kind: 'ask', id: again, type: 'joinRoom' }))
  expect((await riet.next('answer', (frame) => frame.id === again)).pass?.room).toBe('plenary')
})
