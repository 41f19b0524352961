import { spawn } from 'node:child_process'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { AlreadyServed, becomeOnlyNode, type OnlyNode } from '../../server/store/onlyNode.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/until.ts'

let database: TestDatabase
const nodes: OnlyNode[] = []

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.release()))
})
afterAll(() => database.drop())

async function begin(lost: (error: Error) => void = () => undefined): Promise<OnlyNode> {
  const node = await becomeOnlyNode(database.url, lost)
  nodes.push(node)
  return node
}

const HOLDERS = `select pid from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())`
const holders = async () => (await database.query<{ pid: number }>(HOLDERS)).map(({ pid }) => pid)

test('a second process refuses to start, in a sentence, and does not try again', async () => {
  await begin()
  const second = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: database.url,
      LIVEKIT_URL: 'ws://127.0.0.1:9',
      LIVEKIT_API_KEY: 'key',
      LIVEKIT_API_SECRET: 'a secret that is long enough to be one',
      DT_INSTANCE_KEY: 'a key for tests that is long enough to be one',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  second.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const code = await new Promise((resolve) => second.once('exit', resolve))
  expect(said).toContain('Er draait al een Dialoogtafel op deze database')
  expect(code).toBe(78)
}, 60_000)

test('a successor waits for a predecessor that is stopping', async () => {
  const first = await begin()
  const second = begin()
  await first.release()
  await second
  expect(await holders()).toHaveLength(1)
})

test('where only the connection broke, the place is taken again and nobody is told', async () => {
  let lost = false
  await begin(() => (lost = true))
  const [before] = await holders()
  await database.query('select pg_terminate_backend($1)', [before])
  await until(
    'the place is taken again',
    async () => {
      const [now] = await holders()
      return now !== undefined && now !== before
    },
    20_000,
  )
  expect(lost).toBe(false)
})

test('whoever finds another one in its place is told', async () => {
  let told: Error | null = null
  await begin((error) => (told = error))
  const [before] = await holders()
  // takes the lock in the very moment in which it is free
  const thief = database.query(`select pg_terminate_backend($1), pg_advisory_lock(7403113), pg_sleep(14)`, [
    before,
  ])
  await until('told of the loss', () => told !== null, 25_000)
  expect(told).toBeInstanceOf(AlreadyServed)
  await thief
}, 60_000)
