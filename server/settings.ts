import { isLoopback } from './http/origin.ts'
import { ForTheAdministrator } from './kit/forTheAdministrator.ts'

type Env = Readonly<Record<string, string | undefined>>

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const KEY_LENGTH = 32
/** A key with a space or a line end is another key without it. */
const untrimmed: ReadonlySet<string> = new Set(['DT_INSTANCE_KEY', 'LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET'])
const TOKEN_LENGTH = 24

/** What the app is told by its environment; docs/deploy.md says of each what it is for. */
export type Settings = ReturnType<typeof readSettings>

/** Reads one setting after the other and remembers what is wrong with each: somebody who mends them wants to know all at once. */
function createReader(env: Env) {
  const wrong: string[] = []
  const given = (name: string): string | undefined => {
    const text = env[name]
    if (!text?.trim()) return undefined
    return untrimmed.has(name) ? text : text.trim()
  }
  const refuse = (name: string, why: string): void => void wrong.push(`${name}: ${why}`)
  const checked = (name: string, good: (value: string) => boolean, why: string): string | undefined => {
    const value = given(name)
    if (value !== undefined && !good(value)) refuse(name, why)
    return value
  }
  return {
    wrong,
    given,
    refuse,
    checked,
    needed(name: string, good: (value: string) => boolean, why: string): string {
      const value = checked(name, good, why)
      if (value === undefined) refuse(name, `ontbreekt. ${why}`)
      return value ?? ''
    },
    whole(name: string, most: number): number | undefined {
      const value = checked(
        name,
        (text) => /^\d+$/.test(text) && Number(text) <= most,
        `Vul een getal in van 0 tot ${most}.`,
      )
      return value === undefined ? undefined : Number(value)
    },
  }
}

type Reader = ReturnType<typeof createReader>

const withScheme =
  (...schemes: string[]) =>
  (text: string): boolean =>
    URL.canParse(text) && schemes.includes(new URL(text).protocol)

const isSite = withScheme('http:', 'https:')
/** As `pg` reads it: an address without a host is a socket on this machine. */
const isDatabase = (text: string): boolean => /^postgres(ql)?:\/\//.test(text)
const isPath = (text: string): boolean => text === '/' || /^(\/[\w.~-]+)+\/?$/.test(text)
/** Where the app is mounted stands in BASE_PATH. */
const originOf = (text: string | undefined): string | undefined =>
  text !== undefined && isSite(text) ? new URL(text).origin : undefined
const isAnything = (): boolean => true

/** The app's settings, or every mistake in them at once, a line each. What a secret says is in no line. */
export function readSettings(env: Env) {
  const read = createReader(env)
  const host = read.given('HOST') ?? '127.0.0.1'
  const demo = env['DT_DEMO'] === '1'
  if (demo && !isLoopback(host))
    read.refuse(
      'HOST',
      'De demonstratie toont iedereen alle links en draait alleen op dit apparaat: 127.0.0.1.',
    )
  const settings = {
    host,
    demo,
    port: read.whole('PORT', 65_535) ?? 3_000,
    publicUrl: originOf(
      read.checked(
        'PUBLIC_URL',
        isSite,
        'Vul het adres in dat mensen openen, zoals https://dialoog.example.nl.',
      ),
    ),
    basePath: (
      read.checked('BASE_PATH', isPath, 'Vul een pad in zoals /dialoog, of laat het leeg.') ?? ''
    ).replace(/\/+$/, ''),
    database: read.needed(
      'DATABASE_URL',
      isDatabase,
      'Vul het adres van de database in, zoals postgres://naam:wachtwoord@host:5432/naam.',
    ),
    /** Several nodes serve from that database, and tell one another what happens by this. */
    redis: read.checked(
      'REDIS_URL',
      withScheme('redis:', 'rediss:'),
      'Vul het adres van Redis in, zoals redis://127.0.0.1:6379, of laat het leeg bij één server.',
    ),
    sfu: sfuSettings(read),
    instanceKey: read.needed(
      'DT_INSTANCE_KEY',
      (text) => text.length >= KEY_LENGTH,
      `Vul een sleutel in van minstens ${KEY_LENGTH} tekens. Maak er een met: openssl rand -hex 32`,
    ),
    mail: mailSettings(read),
    phone: read.given('HELP_PHONE'),
    metrics: metricsSettings(read),
    /** Where the database's files are, when they are on this machine: its disk is watched. */
    data: read.given('DT_DATA'),
    logLevel: read.checked(
      'LOG_LEVEL',
      (text) => LEVELS.some((level) => level === text),
      `Kies uit ${LEVELS.join(', ')}.`,
    ),
    voices: read.whole('DT_VOICES', 12) ?? 0,
    /** The demonstration begins with its first session. */
    firstSession: env['DT_FIRST_SESSION'] === '1',
  }
  if (read.wrong.length > 0)
    throw new ForTheAdministrator(['Deze instellingen kloppen niet:', ...read.wrong].join('\n- '))
  return settings
}

function sfuSettings(read: Reader) {
  const isSocket = withScheme('ws:', 'wss:', 'http:', 'https:')
  return {
    url: read.needed(
      'LIVEKIT_URL',
      isSocket,
      'Vul het adres van de mediaserver in, zoals ws://127.0.0.1:7880.',
    ),
    publicUrl: read.checked(
      'LIVEKIT_PUBLIC_URL',
      isSocket,
      'Vul het adres in waar browsers de mediaserver vinden, zoals wss://sfu.example.nl.',
    ),
    apiKey: read.needed('LIVEKIT_API_KEY', isAnything, 'Vul de naam in die ook bij de mediaserver staat.'),
    apiSecret: read.needed(
      'LIVEKIT_API_SECRET',
      isAnything,
      'Vul het geheim in dat ook bij de mediaserver staat.',
    ),
    /** Where sound and picture come in, to be tried at the start; nothing is tried where they are left out. */
    media: {
      host: read.given('SFU_NODE_IP'),
      tcp: read.whole('SFU_TCP_PORT', 65_535),
      udp: read.whole('SFU_UDP_PORT', 65_535),
    },
  }
}

/** How mail is handed over, and who it is from: both, or no mail. */
function mailSettings(read: Reader) {
  const smtp = read.checked(
    'SMTP_URL',
    withScheme('smtp:', 'smtps:'),
    'Vul het adres van de mailserver in, zoals smtps://naam:wachtwoord@mail.example.nl.',
  )
  const from = read.given('MAIL_FROM')
  if (smtp !== undefined && from === undefined)
    read.refuse('MAIL_FROM', 'ontbreekt. Bij SMTP_URL hoort ook de afzender.')
  if (smtp === undefined && from !== undefined)
    read.refuse('SMTP_URL', 'ontbreekt. Bij MAIL_FROM hoort ook de mailserver.')
  return smtp !== undefined && from !== undefined ? { smtp, from } : undefined
}

/** Who may read the figures: whoever knows the token, or programs on this computer; nobody when both are left out. */
function metricsSettings(read: Reader): { token: string } | 'loopback' | undefined {
  const token = read.checked(
    'METRICS_TOKEN',
    (text) => text.length >= TOKEN_LENGTH,
    `Vul minstens ${TOKEN_LENGTH} tekens in. Maak het met: openssl rand -hex 32`,
  )
  const from = read.checked('METRICS', (text) => text === 'loopback', 'Vul loopback in, of laat het leeg.')
  if (token !== undefined) return { token }
  return from === undefined ? undefined : 'loopback'
}
