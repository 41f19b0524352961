import { createServer, type Server } from 'node:net'
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { createReadiness, type Readiness } from '../../server/health/readiness.ts'
import { udpRefused } from '../../server/health/ports.ts'
import { selfTest } from '../../server/health/selfTest.ts'
import { STEPS } from '../../server/store/steps.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { until } from '../support/until.ts'

const { house, database } = ownHouse()

async function ask(): Promise<{ status: number; found: Readiness }> {
  const answer = await fetch(`${house.url}/readyz`)
  return { status: answer.status, found: (await answer.json()) as Readiness }
}
/** What is missing, once it is this. */
const missing = (...parts: string[]) =>
  until(`missing: ${parts.join()}`, async () => {
    const { status, found } = await ask()
    const same = found.missing.map(({ part }) => part).join() === parts.join()
    return same && status === (parts.length === 0 ? 200 : 503) ? found.missing : null
  })

test('it says in words that the media server is away, and that it is there again', async () => {
  await missing()
  house.media.setAvailable(false)
  expect((await missing('media'))[0]?.text).toContain('mediaserver')
  house.media.setAvailable(true)
  await missing()
})

test('whoever asks from outside learns whether the app serves, and nothing of how', async () => {
  const answer = await fetch(`${house.url}/readyz`, { headers: { 'x-forwarded-for': '203.0.113.7' } })
  expect(await answer.json()).toEqual({ ready: true })
})

test('tables of another release are told by name', async () => {
  const last = Object.keys(STEPS).at(-1) ?? ''
  const [row] = await database.query<{ timestamp: string }>(
    'delete from kysely_migration where name = $1 returning timestamp',
    [last],
  )
  expect((await missing('migrations'))[0]?.text).toContain(last)
  const put = 'insert into kysely_migration (name, timestamp) values ($1, $2)'
  await database.query(put, [last, row?.timestamp])
  await database.query(put, ['99 of a later release', row?.timestamp])
  await until('it is told of a later release', async () =>
    (await ask()).found.missing.some(({ text }) => text.includes('99 of a later release')),
  )
  await database.query(`delete from kysely_migration where name like '99 %'`)
  await missing()
})

test('a database that does not keep what it says it kept is told, and so is one that is away', async () => {
  const sound = await house.store.condition()
  expect(sound).toMatchObject({ durable: true, missing: [], unknown: [] })
  expect(Math.abs(sound.aheadMs)).toBeLessThan(1_000)
  const given = { mediaAvailable: () => true, unsound: () => 0, data: undefined }
  const loose = await createReadiness({ ...given, condition: async () => ({ ...sound, durable: false }) })()
  expect(loose.missing.map(({ part }) => part)).toEqual(['database'])
  const away = await createReadiness({ ...given, condition: () => Promise.reject(new Error('away')) })()
  expect(away.missing[0]?.text).toContain('antwoordt niet')
})

test('a clock that differs and a disk that fills are told before they matter', async () => {
  const sound = await house.store.condition()
  const look = (aheadMs: number) =>
    createReadiness({
      condition: async () => ({ ...sound, aheadMs }),
      mediaAvailable: () => true,
      unsound: () => 0,
      data: undefined,
    })()
  expect((await look(-3_400)).notes[0]?.text).toContain('3.4 seconden achter')
  expect(await look(900)).toEqual({ ready: true, missing: [], notes: [] })
})

test('ports of the media server that are closed are told at the start, and open ones are not', async () => {
  const listening: Server = createServer().listen(0, '127.0.0.1')
  await until('it listens', () => listening.listening)
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ready = async () => ({ ready: true, missing: [], notes: [] })
  expect(await selfTest(ready, { host: '127.0.0.1', tcp: port })).toEqual([])
  listening.close()
  await until('it is closed', () => !listening.listening)
  const closed = await selfTest(ready, { host: '127.0.0.1', tcp: port, udp: port })
  expect(closed.map(({ text }) => /^(TCP|UDP)/.exec(text)?.[1])).toEqual(['TCP', 'UDP'])
  expect(await selfTest(ready, {})).toEqual([])
})

const startedWith = (env: Record<string, string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATABASE_URL: database.url,
      LIVEKIT_URL: 'ws://127.0.0.1:9',
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 'a secret that is long enough for anybody',
      DT_INSTANCE_KEY: 'a key for tests that is long enough to be one',
      ...env,
    },
  })

test('settings that are wrong end the start with a line each; a database that is away, with a code that says: try again', () => {
  const wrong = startedWith({ DT_INSTANCE_KEY: 'kort', PUBLIC_URL: 'dialoog.example.nl' })
  expect(wrong.status).toBe(78)
  expect(wrong.stderr.match(/^- /gm)).toHaveLength(2)
  const away = startedWith({ DATABASE_URL: 'postgres://naam:geheim-woord@127.0.0.1:9/naam' })
  expect(away.status).toBe(1)
  expect(away.stderr).toContain('De database antwoordt niet (ECONNREFUSED)')
  expect(away.stderr).not.toContain('geheim-woord')
  const unknown = new URL(database.url)
  unknown.pathname = '/bestaat_niet'
  expect(startedWith({ DATABASE_URL: unknown.href })).toMatchObject({ status: 78 })
}, 120_000)

test('a port that cannot be looked at, for want of a name or a route, is not refused and ends nothing', async () => {
  expect(await udpRefused('nergens.invalid', 7882)).toBe(false)
  expect(await udpRefused('2001:db8::1', 7882)).toBe(false)
})
