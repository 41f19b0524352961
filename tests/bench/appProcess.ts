import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { hasEnded } from '../../server/start/process.mjs'

/** The app server in a process of its own, on a database and a port that stay the same; sound and picture are away. */
export interface AppProcess {
  /** The organiser's link, as this start tells it. */
  organiser: string
  pid: number
  lives(): boolean
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** `more`: settings beside, or in the place of, those of the bench. */
export async function startApp(
  databaseUrl: string,
  port: number,
  more: Record<string, string> = {},
): Promise<AppProcess> {
  const child = spawn('node', ['--import', 'tsx', 'server/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DT_INSTANCE_KEY: 'a key for the bench that is long enough to be one',
      LIVEKIT_URL: 'ws://127.0.0.1:9',
      LIVEKIT_API_KEY: 'bench',
      LIVEKIT_API_SECRET: 'a secret for the bench that is long enough',
      LOG_LEVEL: 'fatal',
      ...more,
    },
  })
  return {
    organiser: await linkFrom(child),
    pid: child.pid ?? 0,
    lives: () => !hasEnded(child),
    async kill() {
      if (hasEnded(child)) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

function linkFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const link = /^organiser: (\S+)$/m.exec(said)?.[1]
      if (link !== undefined) resolve(link)
    })
    child.once('exit', (code) => reject(new Error(`the app server ended with ${code}: ${said}`)))
  })
}
