import { join } from 'node:path'
import { keepAlive } from './child.mjs'
import { buildClient, install } from './install.mjs'
import { startBalancer } from './balancer.mjs'
import { isReady } from './present.mjs'
import { deferred, freePort } from './process.mjs'
import { instanceKey, known } from './record.mjs'
import { startRedis } from './redis.mjs'
import { findSfu, startSfu } from './sfu.mjs'
import { startPostgres } from './postgres.mjs'
import { watch } from './watch.mjs'

/** @typedef {{ stop: () => Promise<void>, kill: () => void }} Part */

/**
 * Everything one node needs, in the order in which it depends on each other. What runs is pushed to `parts`,
 * so that whoever stops can end it backwards, also when this was cut short.
 * @param {object} how
 * @param {string} how.project
 * @param {import('./options.mjs').Options} how.options
 * @param {ReturnType<typeof import('./record.mjs').openRecord>} how.record
 * @param {(line: string) => void} how.log
 * @param {AbortSignal} how.signal
 * @param {Part[]} how.parts
 * @returns {Promise<import('./present.mjs').Ready>}
 */
export async function supervise({ project, options, record, log, signal, parts }) {
  // a part that fails must not leave the others running on by themselves
  const together = new AbortController()
  const inner = AbortSignal.any([signal, together.signal])
  const work = { project, log, signal: inner }
  try {
    const [binary, database] = await settle([findBinary(work), prepare(work, options, record, parts)], () =>
      together.abort(),
    )
    signal.throwIfAborted()
    const sfu = await media(binary, options, record, log, parts)
    signal.throwIfAborted()
    return await serve({ project, options, record, log, parts }, database, sfu)
  } finally {
    together.abort()
  }
}

/**
 * Like Promise.all, but waits until all have ended; the first failure ends the others.
 * @template A, B
 * @param {[Promise<A>, Promise<B>]} all
 * @param {() => void} onFailure
 * @returns {Promise<[A, B]>}
 */
async function settle(all, onFailure) {
  for (const one of all) one.catch(onFailure)
  let first
  const noted = Promise.all(all).catch((error) => (first = error))
  await Promise.allSettled([...all, noted])
  if (first) throw first
  return await Promise.all(all)
}

/**
 * Building the media server takes longest, so it goes on beside the rest.
 * @param {import('./install.mjs').Work} work
 */
const findBinary = async ({ log, signal }) =>
  process.env['LIVEKIT_URL'] ? '' : await findSfu({ log, signal })

/**
 * @param {import('./install.mjs').Work} work
 * @param {import('./options.mjs').Options} options
 * @param {ReturnType<typeof import('./record.mjs').openRecord>} record
 * @param {Part[]} parts
 * @returns {Promise<string>} connection string
 */
async function prepare(work, options, record, parts) {
  await install(work)
  const [url] = await settle([databaseUrl(work, options, record, parts), buildClient(work)], () => undefined)
  return url
}

/**
 * @param {import('./install.mjs').Work} work
 * @param {import('./options.mjs').Options} options
 * @param {ReturnType<typeof import('./record.mjs').openRecord>} record
 * @param {Part[]} parts
 */
async function databaseUrl({ log }, options, record, parts) {
  const given = process.env['DATABASE_URL']
  if (given) return given
  const dataDir = join(options.data, 'postgres')
  const running = await startPostgres({ dataDir, log })
  /** @param {{ pid: number, startTime: string | null, port: number }} now */
  const onStart = ({ pid, startTime, port }) => record.note({ postgres: { pid, startTime, port } })
  onStart(running)
  const restart = (/** @type {{ port: number }} */ last) => startPostgres({ dataDir, log, port: last.port })
  const part = watch({ running, restart, onStart, log, name: 'De database' })
  parts.push({ stop: part.stop, kill: () => part.kill('SIGQUIT') })
  return running.url
}

/**
 * @param {string} binary
 * @param {import('./options.mjs').Options} options
 * @param {ReturnType<typeof import('./record.mjs').openRecord>} record
 * @param {(line: string) => void} log
 * @param {Part[]} parts
 * @returns {Promise<{ url: string, apiKey: string, apiSecret: string }>}
 */
async function media(binary, options, record, log, parts) {
  const { LIVEKIT_URL, LIVEKIT_API_KEY = '', LIVEKIT_API_SECRET = '' } = process.env
  if (LIVEKIT_URL) return { url: LIVEKIT_URL, apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET }
  const dir = join(options.data, 'sfu')
  /** @param {import('./sfu.d.mts').KnownSfu} now */
  const onStart = ({ pid, startTime, port, apiKey, apiSecret }) =>
    record.note({ sfu: { pid, startTime, port, apiKey, apiSecret } })
  const running = await startSfu({ binary, dir, log, adopt: record.current().sfu, spawned: onStart })
  const restart = (/** @type {import('./sfu.d.mts').KnownSfu} */ last) =>
    startSfu({ binary, dir, log, port: last.port, keys: last, spawned: onStart })
  const part = watch({ running, restart, onStart, log, name: 'De mediaserver' })
  parts.push({ stop: part.stop, kill: () => part.kill('SIGKILL') })
  return running
}

/** What an app server is given to end in: of several each hands over what it leads. */
const ENDS_MS = { alone: 6_000, amongOthers: 11_000 }

/**
 * @typedef {object} Serving
 * @property {string} project
 * @property {import('./options.mjs').Options} options
 * @property {ReturnType<typeof import('./record.mjs').openRecord>} record
 * @property {(line: string) => void} log
 * @property {Part[]} parts
 */

/**
 * The server itself, or several, and the voices once it is known for whom.
 * @param {Serving} serving
 * @param {string} database
 * @param {{ url: string, apiKey: string, apiSecret: string }} sfu
 * @returns {Promise<import('./present.mjs').Ready>}
 */
async function serve(serving, database, sfu) {
  const { options, record, parts } = serving
  const key = instanceKey(options.data)
  const environment = appEnvironment(options, key, database, sfu)
  const first =
    options.nodes === 1
      ? await app(serving, environment, ENDS_MS.alone, (pid) =>
          record.note({ server: known(pid), port: options.port }),
        )
      : await nodes(serving, environment)
  if (options.voices > 0) parts.push(voices(serving, first))
  return first
}

/**
 * Several servers on one database behind one port. The first makes what is not there yet, so the others come after it.
 * @param {Serving} serving
 * @param {Record<string, string | undefined>} environment
 */
async function nodes(serving, environment) {
  const { options, record, log, parts } = serving
  let redis = process.env['REDIS_URL']
  if (!redis) {
    const running = await startRedis({
      dir: options.data,
      log,
      onStart: (pid) => record.note({ redis: known(pid) }),
    })
    parts.push(running)
    redis = running.url
  }
  const ports = []
  for (let made = 0; made < options.nodes; made++) ports.push(await freePort())
  // before them, so that it ends after them: whoever is told to come back finds the one that is still there
  parts.push(await startBalancer({ port: options.port, host: options.host, servers: ports }))
  /** @type {import('./record.mjs').Known[]} */
  const pids = []
  /** @type {import('./present.mjs').Ready | null} */
  let first = null
  for (const [index, port] of ports.entries()) {
    const its = { ...environment, PORT: String(port), HOST: '127.0.0.1', REDIS_URL: redis }
    const onStart = (/** @type {number} */ pid) => {
      pids[index] = known(pid)
      record.note({ server: pids[0], others: pids.slice(1), port: options.port })
    }
    const ready = await app(serving, its, ENDS_MS.amongOthers, onStart, index === 0 ? '' : `-${index + 1}`)
    first ??= ready
  }
  return /** @type {import('./present.mjs').Ready} */ (first)
}

/**
 * One server, once it is ready.
 * @param {Serving} serving
 * @param {Record<string, string | undefined>} environment
 * @param {number} endsMs
 * @param {(pid: number) => void} onStart
 * @param {string} suffix of its log's name
 * @returns {Promise<import('./present.mjs').Ready>}
 */
async function app({ project, options, log, parts }, environment, endsMs, onStart, suffix = '') {
  /** @type {ReturnType<typeof deferred<import('./present.mjs').Ready>>} */
  const ready = deferred()
  const kept = keepAlive({
    project,
    script: 'server/main.ts',
    logFile: join(options.data, `server${suffix}.log`),
    name: 'De server',
    log,
    environment: () => environment,
    onStart,
    onMessage: (message) => {
      if (!isReady(message)) return
      kept.ready()
      ready.resolve(message)
    },
  })
  parts.push({ stop: () => kept.stop(endsMs), kill: kept.kill })
  return await Promise.race([ready.promise, kept.failed])
}

/**
 * @param {import('./options.mjs').Options} options
 * @param {string} key
 * @param {string} database
 * @param {{ url: string, apiKey: string, apiSecret: string }} sfu
 * @returns {Record<string, string | undefined>}
 */
function appEnvironment(options, key, database, sfu) {
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    NODE_ENV: 'production',
    PORT: String(options.port),
    HOST: options.host,
    PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://${host}:${options.port}`,
    BASE_PATH: process.env['BASE_PATH'] ?? '',
    DATABASE_URL: database,
    LIVEKIT_URL: sfu.url,
    LIVEKIT_API_KEY: sfu.apiKey,
    LIVEKIT_API_SECRET: sfu.apiSecret,
    DT_INSTANCE_KEY: key,
    // a database that was given to us has its files elsewhere
    DT_DATA: process.env['DATABASE_URL'] ? undefined : options.data,
    DT_DEMO: options.demo ? '1' : undefined,
    DT_FIRST_SESSION: options.firstSession ? '1' : undefined,
    DT_VOICES: options.voices > 0 ? String(options.voices) : undefined,
  }
}

/**
 * @param {object} how
 * @param {string} how.project
 * @param {import('./options.mjs').Options} how.options
 * @param {ReturnType<typeof import('./record.mjs').openRecord>} how.record
 * @param {(line: string) => void} how.log
 * @param {import('./present.mjs').Ready} ready
 * @returns {Part}
 */
function voices({ project, options, record, log }, ready) {
  const people = (ready.understudies ?? []).slice(0, options.voices)
  log(`${people.length} gespeelde deelnemers doen mee.`)
  const kept = keepAlive({
    project,
    script: 'server/voices/main.ts',
    logFile: join(options.data, 'voices.log'),
    name: 'De gespeelde deelnemers',
    log,
    environment: () => ({ NODE_ENV: 'production' }),
    // links are secrets: told over the private line between the processes, not in the environment
    onStart: (pid, send) => {
      record.note({ voices: known(pid) })
      send({ people })
    },
  })
  kept.ready()
  return { stop: () => kept.stop(2_000), kill: kept.kill }
}
