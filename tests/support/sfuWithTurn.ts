import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../server/start/process.mjs'
import { findSfu } from '../../server/start/sfu.mjs'
import { until } from './until.ts'

/** The media server as an installation has it: with media over UDP or TCP, and a relay. Everything on loopback. */
export interface SfuWithTurn {
  env: { LIVEKIT_URL: string; LIVEKIT_API_KEY: string; LIVEKIT_API_SECRET: string }
  stop(): Promise<void>
}

const KEY = 'line-test'
const SECRET = 'a secret for tests that is long enough to be one'

/** `udp: false`: a network that lets no media straight through, for the server has no port for it. */
export async function startSfuWithTurn({ udp = true } = {}): Promise<SfuWithTurn> {
  const dir = mkdtempSync(join(tmpdir(), 'dialoogtafel-turn-'))
  const [http, tcp, media, relay] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
  const config = join(dir, 'sfu.yaml')
  writeFileSync(
    config,
    `port: ${http}
bind_addresses: [127.0.0.1]
rtc:
  tcp_port: ${tcp}
  ${udp ? `udp_port: ${media}` : 'force_tcp: true'}
  use_external_ip: false
  node_ip: 127.0.0.1
  use_ice_lite: true
  enable_loopback_candidate: true
  ips:
    includes: [127.0.0.1/32]
turn:
  enabled: true
  udp_port: ${relay}
  bind_addresses: [127.0.0.1]
  allow_restricted_peer_cidrs: [127.0.0.0/8]
room:
  auto_create: false
keys:
  ${KEY}: ${SECRET}
logging:
  level: warn
`,
  )
  const child = spawn(await findSfu(), ['--config', config], { cwd: dir, stdio: 'ignore' })
  const answers = () =>
    fetch(`http://127.0.0.1:${http}/`).then(
      ({ ok }) => ok,
      () => false,
    )
  await until('the media server answers', answers, 20_000)
  return {
    env: { LIVEKIT_URL: `ws://127.0.0.1:${http}`, LIVEKIT_API_KEY: KEY, LIVEKIT_API_SECRET: SECRET },
    async stop() {
      child.kill('SIGKILL')
      await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)))
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
