import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isInstalled } from '../../server/start/install.mjs'
import { readOptions } from '../../server/start/options.mjs'
import { asJson, asText } from '../../server/start/present.mjs'
import { isSame, Plain, startTimeOf } from '../../server/start/process.mjs'
import { instanceKey, known, openRecord, readRun } from '../../server/start/record.mjs'
import { startPostgres } from '../../server/start/postgres.mjs'
import { findSfu, startSfu } from '../../server/start/sfu.mjs'
import { until } from '../support/until.ts'

let base = ''
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'dialoogtafel-start-'))
  chmodSync(base, 0o755)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(question)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

describe('the database', () => {
  it('is made, keeps what was written over a stop, and is gone after it', async () => {
    const dataDir = join(base, 'keeps')
    const first = await startPostgres({ dataDir })
    expect(await ask(first.url, 'show fsync')).toBe('on')
    expect(await ask(first.url, 'show synchronous_commit')).toBe('on')
    expect(await ask(first.url, 'show listen_addresses')).toBe('127.0.0.1')
    await ask(first.url, 'create table kept (word text)')
    await ask(first.url, "insert into kept values ('afspraak')")
    await first.stop()
    expect(first.alive()).toBe(false)
    const second = await startPostgres({ dataDir })
    expect(await ask(second.url, 'select word from kept')).toBe('afspraak')
    await second.stop()
  })

  it('that lives on after its starter was killed is adopted, and then ended', async () => {
    const dataDir = join(base, 'lives')
    const first = await startPostgres({ dataDir })
    const second = await startPostgres({ dataDir })
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url })
    await second.stop()
    expect(isSame(first.pid, first.startTime)).toBe(false)
  })

  it('that was killed itself starts again with everything that was committed', async () => {
    const dataDir = join(base, 'killed')
    const first = await startPostgres({ dataDir })
    await ask(first.url, 'create table kept (word text)')
    await ask(first.url, "insert into kept values ('vastgelegd')")
    process.kill(first.pid, 'SIGKILL')
    await until('the first is gone', () => !first.alive())
    const second = await startPostgres({ dataDir, port: first.port })
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select word from kept')).toBe('vastgelegd')
    await second.stop()
  })

  it('is not reached with a wrong password', async () => {
    const running = await startPostgres({ dataDir: join(base, 'password') })
    const wrong = running.url.replace(/:[^:@]+@/, ':geraden@')
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password')
    await running.stop()
  })

  it('does not take a process for its own that was given the same number later', async () => {
    const dataDir = join(base, 'reused')
    await (await startPostgres({ dataDir })).stop()
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n\n\n5432\n\n\n\nready\n`)
    const running = await startPostgres({ dataDir })
    expect(running.adopted).toBe(false)
    await running.stop()
  })

  it('does not take the database of another folder for its own', async () => {
    const [mine, other] = [join(base, 'mine'), join(base, 'other')]
    await (await startPostgres({ dataDir: mine })).stop()
    const foreign = await startPostgres({ dataDir: other })
    writeFileSync(join(mine, 'cluster', 'postmaster.pid'), `${foreign.pid}\n\n\n5432\n\n\n\nready\n`)
    const running = await startPostgres({ dataDir: mine })
    expect(running.adopted).toBe(false)
    await running.stop()
    expect(foreign.alive()).toBe(true)
    await foreign.stop()
  })

  it.runIf(process.getuid?.() === 0)('says in words which folder its user may not enter', async () => {
    const closed = join(base, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    await expect(startPostgres({ dataDir: join(closed, 'pg') })).rejects.toThrow(closed)
  })
})

describe('the media server', () => {
  it('runs several times side by side, on loopback, each with keys of its own', async () => {
    const binary = await findSfu()
    const both = await Promise.all(['one', 'two'].map((name) => startSfu({ binary, dir: join(base, name) })))
    expect(new Set(both.map(({ url }) => url)).size).toBe(2)
    expect(new Set(both.map(({ apiSecret }) => apiSecret)).size).toBe(2)
    expect(readFileSync(join(base, 'one', 'sfu.yaml'), 'utf8')).toContain('auto_create: false')
    expect(statSync(join(base, 'one', 'sfu.yaml')).mode & 0o077).toBe(0)
    await Promise.all(both.map((sfu) => sfu.stop()))
    expect(both.map((sfu) => sfu.alive())).toEqual([false, false])
  })

  it('that lives on is adopted by what was noted, and another process is not', async () => {
    const binary = await findSfu()
    const dir = join(base, 'adopted')
    const first = await startSfu({ binary, dir })
    const { pid, startTime, port, apiKey, apiSecret } = first
    const second = await startSfu({ binary, dir, adopt: { pid, startTime, port, apiKey, apiSecret } })
    expect(second).toMatchObject({ adopted: true, pid, url: first.url })
    await second.stop()
    const stranger = { pid: process.pid, startTime: 'another time', port, apiKey, apiSecret }
    const third = await startSfu({ binary, dir, adopt: stranger })
    expect(third.adopted).toBe(false)
    expect(startTimeOf(process.pid)).not.toBeNull()
    await third.stop()
  })

  it('listens where it did before, for pages that are open still, unless that is taken now', async () => {
    const binary = await findSfu()
    const dir = join(base, 'again')
    const first = await startSfu({ binary, dir })
    await first.stop()
    const second = await startSfu({ binary, dir })
    expect(second.url).toBe(first.url)
    await second.stop()
    const stranger = createServer().listen(first.port, '127.0.0.1')
    await once(stranger, 'listening')
    const third = await startSfu({ binary, dir })
    expect(third.port).not.toBe(first.port)
    await third.stop()
    stranger.close()
  })
})

const data = () => mkdtempSync(join(base, 'run-'))

describe('what runs is noted', () => {
  afterEach(() => delete process.env['DT_INSTANCE_KEY'])

  it('for the owner alone, and forgotten once nothing runs', () => {
    const folder = data()
    const record = openRecord(folder)
    record.note({ supervisor: known(process.pid), port: 3000 })
    expect(statSync(join(folder, 'run.json')).mode & 0o077).toBe(0)
    expect(readRun(folder)).toMatchObject({ port: 3000, supervisor: { pid: process.pid } })
    record.close()
    expect(existsSync(join(folder, 'run.json'))).toBe(false)
  })

  it('so that a second start for the same data is refused while the first lives', () => {
    const folder = data()
    const init = known(1)
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ supervisor: init, port: 3000 }))
    expect(() => openRecord(folder)).toThrow('draait al')
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ supervisor: { ...init, startTime: 'earlier' } }))
    expect(openRecord(folder).current().supervisor?.startTime).toBe('earlier')
  })

  it('and what still runs stays known after a stop that failed', () => {
    const folder = data()
    const record = openRecord(folder)
    record.note({ supervisor: known(process.pid), postgres: { ...known(process.pid), port: 5432 } })
    record.close()
    expect(readRun(folder)).toMatchObject({ postgres: { pid: process.pid } })
    expect(readRun(folder).supervisor).toBeUndefined()
  })

  it('and the instance key stays the same, for the owner alone', () => {
    const folder = data()
    const key = instanceKey(folder)
    expect(key.length).toBeGreaterThan(40)
    expect(instanceKey(folder)).toBe(key)
    expect(statSync(join(folder, 'instance.key')).mode & 0o077).toBe(0)
    chmodSync(join(folder, 'instance.key'), 0o644)
    expect(() => instanceKey(folder)).toThrow(Plain)
  })
})

describe('the options', () => {
  it('have defaults that keep the demonstration on this device', () => {
    expect(readOptions([], '/project')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      data: '/project/.data',
      demo: true,
      voices: 0,
    })
  })

  it('are read with a space or an equals sign', () => {
    const options = readOptions(
      ['--port=8080', '--with-voices', '4', '--json', '--data', '/srv/d'],
      '/project',
    )
    expect(options).toMatchObject({ port: 8080, voices: 4, json: true, data: '/srv/d' })
  })

  it.each([
    [['--port', 'tachtig'], 'getal'],
    [['--port'], 'waarde'],
    [['--host', '--json'], 'waarde'],
    [['--poort', '80'], 'Onbekende optie'],
    [['--json=ja'], 'Onbekende optie'],
    [['80'], 'Onbekende optie'],
    [['--host', '0.0.0.0'], '--no-demo'],
  ])('are refused in words when they make no sense: %s', (args, word) => {
    expect(() => readOptions(args, '/project')).toThrow(word)
  })

  it('allow another address once there is no demonstration', () => {
    expect(readOptions(['--host', '0.0.0.0', '--no-demo'], '/project').host).toBe('0.0.0.0')
  })
})

describe('a data folder that cannot be written', () => {
  /** The real command, as an administrator gives it. */
  const start = (folder: string): Promise<{ code: number | null; said: string; ms: number }> =>
    new Promise((resolve) => {
      const begun = performance.now()
      const child = spawn(process.execPath, ['server/start.mjs', '--port', '0', '--data', folder])
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 10_000)
      let said = ''
      child.stderr.on('data', (part) => (said += part))
      child.on('close', (code) => {
        clearTimeout(giveUp)
        resolve({ code, said, ms: performance.now() - begun })
      })
    })

  it('is said in one sentence, and the start ends at once', async () => {
    const file = join(base, 'a-file')
    writeFileSync(file, '')
    const taken = mkdtempSync(join(base, 'taken-'))
    writeFileSync(join(taken, 'postgres'), '')
    for (const folder of ['/proc/x', '/proc/x/y/z', '/proc', file, join(file, 'in', 'it'), taken]) {
      const { code, said, ms } = await start(folder)
      expect({ folder, code, said }).toEqual({
        folder,
        code: 1,
        said: expect.stringMatching(/^[^\n]+--data\.\n$/),
      })
      expect(said).toContain(folder)
      expect(ms).toBeLessThan(5_000)
    }
  })
})

describe('the links', () => {
  const ready = {
    ready: true as const,
    url: 'http://127.0.0.1:3000',
    links: {
      organiser: 'http://127.0.0.1:3000/j/a',
      participant: ['http://127.0.0.1:3000/j/b', 'http://127.0.0.1:3000/j/c'],
    },
    roleNames: { organiser: 'Organisator', participant: 'Deelnemer' },
    understudies: [],
  }
  it('are one line of JSON, without the understudies', () => {
    expect(JSON.parse(asJson(ready))).toEqual({ ready: true, url: ready.url, links: ready.links })
    expect(asJson(ready)).not.toContain('\n')
  })
  it('are a readable list in Dutch', () => {
    expect(asText(ready)).toMatch(/Organisator +http:\/\/127.0.0.1:3000\/j\/a/)
    expect(asText(ready)).toContain('Deelnemer 2')
  })
})

const project = (wanted: object, present: object | null) => {
  const folder = mkdtempSync(join(base, 'packages-'))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }))
  mkdirSync(join(folder, 'node_modules'))
  if (present)
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: present }))
  return folder
}

describe('the packages', () => {
  const react = { 'node_modules/react': { version: '19.3.1' } }

  it('are fetched when there are none, or when the lock file asks for another version', () => {
    expect(isInstalled(project(react, null))).toBe(false)
    expect(isInstalled(project(react, {}))).toBe(false)
    expect(isInstalled(project(react, { 'node_modules/react': { version: '19.0.0' } }))).toBe(false)
  })
  it('are left alone when they are as the lock file says, whatever another platform would need', () => {
    const other = { 'node_modules/@esbuild/win32-x64': { version: '1.0.0', optional: true } }
    expect(isInstalled(project({ ...react, ...other }, react))).toBe(true)
  })
})
