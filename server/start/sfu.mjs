import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcess, freePort, hasEnded, isFree, isSame, Plain, startTimeOf } from './process.mjs'

export { findSfu } from './sfu-binary.mjs'

const PATIENCE_MS = 15_000

/**
 * A media server on loopback, with keys of its own. It runs detached: it outlives this process unless `stop` is called.
 * Several can run side by side: every port is a free one, and the one of last time where that is free still.
 * @param {import('./sfu.d.mts').SfuOptions} options
 * @returns {Promise<import('./sfu.d.mts').RunningSfu>}
 */
export async function startSfu({ binary, dir, log = () => undefined, port, keys, adopt, spawned }) {
  if (adopt) {
    if (isSame(adopt.pid, adopt.startTime) && (await answers(adopt.port))) {
      log(`De mediaserver draaide nog (proces ${adopt.pid}) en is overgenomen.`)
      return running(adopt, true)
    }
    // still ours by its start time, but it no longer answers: it would hold the ports
    await endProcess({ pid: adopt.pid, startTime: adopt.startTime, signal: 'SIGTERM', patienceMs: 3_000 })
  }
  const folder = resolve(dir)
  mkdirSync(folder, { recursive: true })
  const { apiKey, apiSecret } = keys ?? {
    apiKey: `DT${randomBytes(8).toString('hex')}`,
    apiSecret: randomBytes(32).toString('base64url'),
  }
  for (let attempt = 1; ; attempt++) {
    const again = attempt === 1 ? await lastPort(folder) : null
    const ports = { http: port ?? again ?? (await freePort()), udp: await freeUdpPort() }
    const found = await launch(binary, folder, ports, { apiKey, apiSecret }, spawned)
    if (found) return running(found, false)
    // most often a free port was taken in between
    if (attempt === 3)
      throw new Plain(`De mediaserver start niet. De reden staat in ${join(folder, 'sfu.log')}.`)
  }
}

/**
 * A page that was open before may connect nowhere else: its content security policy names this port.
 * @param {string} folder
 * @returns {Promise<number | null>} null where it was never started, or somebody else listens there now
 */
async function lastPort(folder) {
  try {
    const port = Number(/^port: (\d+)$/m.exec(readFileSync(configIn(folder), 'utf8'))?.[1])
    return port > 0 && (await isFree(port, '127.0.0.1')) ? port : null
  } catch {
    return null
  }
}

/** @param {string} folder */
const configIn = (folder) => join(folder, 'sfu.yaml')

/**
 * @param {string} binary
 * @param {string} folder
 * @param {{ http: number, udp: number }} ports
 * @param {{ apiKey: string, apiSecret: string }} keys
 * @param {((known: import('./sfu.d.mts').KnownSfu) => void) | undefined} spawned
 */
async function launch(binary, folder, ports, { apiKey, apiSecret }, spawned) {
  const config = configIn(folder)
  writeFileSync(config, configuration(ports, apiKey, apiSecret), { mode: 0o600 })
  const output = openSync(join(folder, 'sfu.log'), 'a', 0o600)
  const child = spawn(binary, ['--config', config], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
    env: environment(),
  })
  closeSync(output)
  child.once('error', () => undefined)
  child.unref()
  const pid = Number(child.pid)
  const known = { pid, startTime: startTimeOf(pid), port: ports.http, apiKey, apiSecret }
  if (child.pid !== undefined) spawned?.(known)
  for (let waited = 0; waited < PATIENCE_MS && !hasEnded(child); waited += 50) {
    if (await answers(ports.http)) return known
    await sleep(50)
  }
  if (!hasEnded(child)) child.kill('SIGKILL')
  return null
}

/** No LIVEKIT_… variable of the caller may replace what the configuration file says. */
function environment() {
  const foreign = /^(LIVEKIT_|NODE_OPTIONS$|NODE_IP$|UDP_PORT$|REDIS_)/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
}

/**
 * Loopback only, so UDP alone: the port for media over TCP would be open to other machines. Rooms are made by our server alone (`auto_create: false`); both timeouts are given when it makes one.
 * On a line that is too weak pictures pause, so that sound goes on (`allow_pause`).
 * At level `warn` no names or tokens reach the log.
 * @param {{ http: number, udp: number }} ports
 * @param {string} apiKey
 * @param {string} apiSecret
 */
const configuration = (ports, apiKey, apiSecret) => `port: ${ports.http}
bind_addresses:
  - 127.0.0.1
rtc:
  tcp_port: 0
  # or whoever comes back after packets stopped would be offered that port alone, which is not there
  allow_tcp_fallback: false
  udp_port: ${ports.udp}
  use_external_ip: false
  node_ip: 127.0.0.1
  # browsers choose the way: a server that chooses waits a second for a better one before anything is heard
  use_ice_lite: true
  enable_loopback_candidate: true
  congestion_control:
    allow_pause: true
  ips:
    includes:
      - 127.0.0.1/32
room:
  auto_create: false
keys:
  ${apiKey}: ${apiSecret}
logging:
  level: warn
  json: true
`

/** @returns {Promise<number>} */
const freeUdpPort = () =>
  new Promise((done, failed) => {
    const probe = createSocket('udp4')
    probe.once('error', failed)
    probe.bind(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })

/** @param {number} port */
async function answers(port) {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) })
    return reply.ok
  } catch {
    return false
  }
}

/**
 * @param {import('./sfu.d.mts').KnownSfu} known
 * @param {boolean} adopted
 * @returns {import('./sfu.d.mts').RunningSfu}
 */
const running = ({ pid, startTime, port, apiKey, apiSecret }, adopted) => ({
  url: `ws://127.0.0.1:${port}`,
  pid,
  port,
  startTime,
  apiKey,
  apiSecret,
  adopted,
  alive: () => isSame(pid, startTime),
  // it would wait for everybody to leave on SIGTERM once, and ends at once on the second
  stop: () => endProcess({ pid, startTime, signal: 'SIGTERM', patienceMs: 1_500, force: 'SIGTERM' }),
})
