import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSettings } from '../../server/settings.ts'

const GOOD = {
  DATABASE_URL: 'postgres://naam:wachtwoord@127.0.0.1:5432/dialoog',
  LIVEKIT_URL: 'ws://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'naam',
  LIVEKIT_API_SECRET: 'een geheim van de mediaserver zelf',
  DT_INSTANCE_KEY: 'een sleutel die lang genoeg is voor ons',
}

function refusedWith(env: Record<string, string | undefined>): string[] {
  try {
    readSettings({ ...GOOD, ...env })
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(1) : []
  }
}

test('what is needed is enough, and the rest has a value of its own', () => {
  expect(readSettings(GOOD)).toMatchObject({
    port: 3_000,
    host: '127.0.0.1',
    basePath: '',
    database: GOOD.DATABASE_URL,
    mail: undefined,
    metrics: undefined,
    demo: false,
  })
})

test('everything that is wrong is said at once, a line each, with what to do', () => {
  const told = refusedWith({
    DATABASE_URL: undefined,
    LIVEKIT_URL: 'zomaar iets',
    PORT: 'drie',
    PUBLIC_URL: 'dialoog.example.nl',
    BASE_PATH: 'zonder streep',
    SMTP_URL: 'smtps://mail.example.nl',
    METRICS_TOKEN: 'kort',
    LOG_LEVEL: 'hard',
  })
  expect(told.map((line) => /^- (\w+): /.exec(line)?.[1]).toSorted()).toEqual([
    'BASE_PATH',
    'DATABASE_URL',
    'LIVEKIT_URL',
    'LOG_LEVEL',
    'MAIL_FROM',
    'METRICS_TOKEN',
    'PORT',
    'PUBLIC_URL',
  ])
  for (const line of told) expect(line).toMatch(/(Vul|Kies|hoort)/)
})

test('no line tells what a secret is', () => {
  const secrets = {
    DT_INSTANCE_KEY: 'geheim-1',
    METRICS_TOKEN: 'geheim-2',
    SMTP_URL: 'geheim-3',
    MAIL_FROM: 'Dialoog <dialoog@example.nl>',
    DATABASE_URL: 'geheim-4',
  }
  const told = refusedWith(secrets)
  expect(told).toHaveLength(4)
  expect(told.join('\n')).not.toContain('geheim-')
})

test('the demonstration stays on this computer', () => {
  expect(refusedWith({ DT_DEMO: '1', HOST: '0.0.0.0' })).toHaveLength(1)
  expect(refusedWith({ DT_DEMO: '1', HOST: '127.0.0.1' })).toEqual([])
})

test('every setting is explained where an administrator looks for it', () => {
  const page = readFileSync('docs/deploy.md', 'utf8')
  const source = readFileSync('server/settings.ts', 'utf8')
  const names = new Set(source.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g))
  for (const own of ['DT_DEMO', 'DT_VOICES', 'DT_FIRST_SESSION', 'KEY_LENGTH', 'TOKEN_LENGTH'])
    names.delete(own)
  expect(names.size).toBeGreaterThan(12)
  expect([...names].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

test('what is filled in beside the compose file reaches the app', () => {
  const compose = readFileSync('docker-compose.yml', 'utf8')
  const example = readFileSync('.env.example', 'utf8')
  const asked = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name)
  const offered = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name)
  expect([...new Set(asked)].toSorted()).toEqual(offered.toSorted())
})

test('what an earlier release took is taken as it was: a socket, a path that is no path, an address with one, a key with a line end', () => {
  const key = `${GOOD.DT_INSTANCE_KEY}\n`
  const taken = readSettings({
    ...GOOD,
    DATABASE_URL: 'postgres://dialoogtafel@/dialoogtafel?host=/var/run/postgresql',
    BASE_PATH: '/',
    PUBLIC_URL: 'https://dialoog.example.nl/dialoog',
    DT_INSTANCE_KEY: key,
  })
  expect(taken).toMatchObject({ basePath: '', publicUrl: 'https://dialoog.example.nl', instanceKey: key })
})
