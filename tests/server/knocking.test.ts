import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId } from '../../server/kit/newId.ts'
import { CLOSE } from '../../shared/wire.ts'
import { does } from '../support/agreeing.ts'
import { openLine } from '../support/line.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { textLine } from '../support/textLine.ts'
import { threeInPlenary, type Three } from '../support/three.ts'

/** Whoever knocks at our sockets without a right to, in the whole product. */
const { house, database } = ownHouse({
  through: (store) => ({
    ...store,
    people: {
      ...store.people,
      login: async (hash) => {
        await pause(lookingMs)
        return store.people.login(hash)
      },
    },
  }),
})
/** How long the database takes to say whose cookie it is, beside what it takes. */
let lookingMs = 0
const MANY = 300
const STORM = 500

let three: Three
let table = ''
beforeAll(async () => {
  three = await threeInPlenary(house)
  table = three.saskia.line.state().tableOrder[0] ?? ''
})

const documents = async () =>
  (await database.query<{ table_id: string }>('select table_id from documents order by 1')).map(
    ({ table_id }) => table_id,
  )

test('[threat 7] a table that is not there answers as one that is not theirs, and guessing leaves nothing behind', async () => {
  const before = await documents()
  const knock = async (at: string) => {
    const line = textLine(three.riet.visitor, at, 1)
    expect(await line.read()).toBeNull()
    return line.code()
  }
  expect(await knock(table)).toBe(CLOSE.forbidden)
  for (let round = 0; round < MANY / 50; round += 1) {
    const names = Array.from({ length: 50 }, () => newId('tbl'))
    expect(new Set(await Promise.all(names.map(knock)))).toEqual(new Set([CLOSE.forbidden]))
  }
  for (const odd of ['constructor', '__proto__', '%00', '..%2f', 'x'.repeat(3_000)])
    expect([odd, await knock(odd)]).toEqual([odd, CLOSE.forbidden])
  expect(await documents()).toEqual(before)
})

/** With which status an upgrade is refused; 101 when it is not. */
function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const url = new URL(path, three.saskia.visitor.home)
  url.protocol = 'ws:'
  const ws = new WebSocket(url, { headers: { cookie: three.saskia.visitor.cookie, ...headers } })
  return new Promise((resolve, reject) => {
    ws.on('error', reject)
    ws.on('open', () => resolve(101))
    ws.on('unexpected-response', (_req, res) => resolve(res.statusCode ?? 0))
  }).finally(() => ws.terminate()) as Promise<number>
}

test('[threat 13] with a good cookie from another site, or from no page at all, no socket of ours opens', async () => {
  const { host } = new URL(house.origin)
  const foreign = ['http://kwaad.voorbeeld.nl', 'null', `http://${host}.voorbeeld.nl`, `http://kwaad-${host}`]
  for (const path of ['live', `docs/${table}?epoch=1`]) {
    expect([path, await statusOf(path, { origin: house.origin })]).toEqual([path, 101])
    for (const origin of foreign)
      expect([path, origin, await statusOf(path, { origin })]).toEqual([path, origin, 403])
    expect([path, await statusOf(path, {})]).toEqual([path, 403])
  }
})

test('[threat 16] upgrades that are reset while we look who it is end nothing, and whoever comes after is in', async () => {
  const { port } = new URL(house.origin)
  const { pathname } = new URL('live', three.riet.visitor.home)
  // from our own page they are looked up, from another they are refused at once
  const head = (origin: string) =>
    [
      `GET ${pathname} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Origin: ${origin}`,
      `Cookie: ${three.riet.visitor.cookie}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      '\r\n',
    ].join('\r\n')
  lookingMs = 200
  await Promise.all(
    Array.from(
      { length: STORM },
      (_, index) =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), '127.0.0.1', () =>
            socket.write(head(index % 2 ? house.origin : 'null'), () =>
              setTimeout(() => socket.resetAndDestroy(), index % 10),
            ),
          )
          socket.on('error', () => undefined)
          socket.on('close', () => resolve())
        }),
    ),
  )
  await pause(lookingMs)
  lookingMs = 0
  const line = openLine(three.mehmet.visitor, { takeOver: true })
  expect((await line.next('welcome')).me).toBe(three.mehmet.row.id)
  await line.close()
})

test('[threat 17] a command that is sent again after its giver was taken back to watching says what it said, and does nothing more', async () => {
  const { saskia, riet } = three
  const raised = async () => {
    const [row] = await database.query<{ many: string }>(
      `select count(*) as many from events where session_id = $1 and event->>'type' = 'HandRaised'`,
      [three.session],
    )
    return Number(row?.many)
  }
  const id = randomUUID()
  const hand = { room: 'plenary', kind: 'turn' }
  expect(await riet.line.command('raiseHand', hand, id)).toEqual({ ok: true })
  await does(saskia, 'changePeople', {
    changes: [{ person: riet.row.id, name: 'Riet', role: 'observer', group: null }],
  })
  expect(await raised()).toBe(1)
  const again = openLine(riet.visitor, { takeOver: true })
  await again.next('welcome')
  const said = await again.command('raiseHand', hand, id)
  expect(said).toEqual({ ok: true })
  expect(await again.command('raiseHand', hand)).toMatchObject({ ok: false, code: 'not_your_role' })
  expect(await raised()).toBe(1)
  await again.close()
})
