import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LinkRow } from '../../shared/protocol.ts'
import { redeem } from './visitor.ts'

export interface Links {
  organiser: string
  facilitator: string[]
  helper: string
  participant: string[]
  observer: string
}

/** The whole product as a newcomer starts it, on free ports and data of its own. */
export interface Product {
  url: string
  links: Links
  data: string
  /** Everybody's link, as the organiser may print them. */
  everybody(): Promise<LinkRow[]>
  /** SIGKILL for the app server only; the supervisor starts it again. */
  killServer(): void
  stop(): Promise<void>
}

/** With the demonstration in its first session. */
export const startProduct = (...args: string[]): Promise<Product> => startAs('--first-session', ...args)

/** `args` as on the command line. */
export async function startAs(...args: string[]): Promise<Product> {
  const data = mkdtempSync(join(tmpdir(), 'dialoogtafel-e2e-'))
  chmodSync(data, 0o755)
  const child = spawn(
    'node',
    ['server/start.mjs', '--json', '--port', '0', '--data', join(data, 'data'), ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const { url, links } = await ready(child)
  return {
    url,
    links,
    data: join(data, 'data'),
    everybody: async () => {
      const organiser = await redeem(links.organiser)
      return organiser.get<LinkRow[]>('api/links')
    },
    killServer() {
      const run = JSON.parse(readFileSync(join(data, 'data', 'run.json'), 'utf8')) as {
        server: { pid: number }
      }
      process.kill(run.server.pid, 'SIGKILL')
    },
    async stop() {
      child.kill('SIGINT')
      const hung = setTimeout(() => child.kill('SIGKILL'), 25_000)
      await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)))
      clearTimeout(hung)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function ready(child: ChildProcess): Promise<{ url: string; links: Links }> {
  return new Promise((resolve, reject) => {
    let out = ''
    let errors = ''
    child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4_000)))
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const line = out.split('\n').find((each) => each.includes('"ready":true'))
      if (line) resolve(JSON.parse(line) as { url: string; links: Links })
    })
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${errors}`)))
  })
}
