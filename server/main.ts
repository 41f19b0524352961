import express, { type RequestHandler } from 'express'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { ROLE_NAMES, seedDemo, seedFirst } from './demo/seed.ts'
import { isLoopback } from './http/origin.ts'
import { createHttpServer } from './http/server.ts'
import { errorText } from './kit/errorText.ts'
import { createLog } from './log.ts'
import type { MailSettings } from './mail/mailer.ts'
import { openDialogue } from './opening.ts'
import { FOR_THE_ADMINISTRATOR } from './start/process.mjs'
import { AlreadyServed } from './store/onlyNode.ts'

/** Time for open requests to end before the process does. */
const DRAIN_MS = 3_000

function needed(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`${name} is missing`)
  return value
}

const settings = {
  port: Number(process.env['PORT'] ?? 3000),
  host: process.env['HOST'] ?? '127.0.0.1',
  publicUrl: process.env['PUBLIC_URL'],
  basePath: (process.env['BASE_PATH'] ?? '').replace(/\/+$/, ''),
  demo: process.env['DT_DEMO'] === '1',
  voices: Number(process.env['DT_VOICES'] ?? 0),
  /** How mail is handed over, and who it is from: both, or no mail. */
  smtp: process.env['SMTP_URL'] || undefined,
  mailFrom: process.env['MAIL_FROM'] || undefined,
  phone: process.env['HELP_PHONE'] || undefined,
  /** The demonstration begins with its first session. */
  firstSession: process.env['DT_FIRST_SESSION'] === '1',
}

function mailSettings(): MailSettings | undefined {
  const { smtp, mailFrom: from } = settings
  if (!smtp && !from) return undefined
  if (!smtp || !from) throw new Error('SMTP_URL and MAIL_FROM belong together: one of them is missing')
  return { smtp, from }
}

/** What people get in the moment between listening and being ready. */
const notYet: RequestHandler = (_req, res) => {
  res.status(503).set('Retry-After', '1').type('text/plain').send('Nog even geduld. One moment please.')
}

/** The app: configuration, wiring, start, drain. */
async function start(): Promise<void> {
  const log = createLog(process.env['LOG_LEVEL'])
  if (settings.demo && !isLoopback(settings.host)) {
    throw new Error(
      'the demonstration shows everybody a link and only runs on this computer: HOST must be loopback',
    )
  }
  const app = express()
  app.disable('x-powered-by')
  // behind the proxy of docs/deploy.md everybody would otherwise come from one address
  if (!settings.demo) app.set('trust proxy', ['loopback', 'uniquelocal'])
  let router = notYet
  app.use(settings.basePath === '' ? '/' : settings.basePath, (req, res, next) => router(req, res, next))
  const server = createHttpServer(app)
  const port = await listen(server, settings.port, settings.host)
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${port}`
  const open = await openDialogue({
    basePath: settings.basePath,
    publicUrl,
    database: needed('DATABASE_URL'),
    sfu: {
      url: needed('LIVEKIT_URL'),
      publicUrl: process.env['LIVEKIT_PUBLIC_URL'] || undefined,
      apiKey: needed('LIVEKIT_API_KEY'),
      apiSecret: needed('LIVEKIT_API_SECRET'),
    },
    instanceKey: needed('DT_INSTANCE_KEY'),
    demo: settings.demo,
    mail: mailSettings(),
    phone: settings.phone,
    log,
  })
  router = open.router
  server.on('upgrade', (req, socket, head) => {
    if (!open.upgrade(req, socket, head)) refuseUpgrade(socket)
  })
  const { voices, firstSession } = settings
  const seeded = settings.demo
    ? await seedDemo(open, { voices: voices > 0, past: !firstSession })
    : await seedFirst(open)
  if (process.send)
    process.send({ ready: true, url: `${publicUrl}${settings.basePath}/`, ...seeded, roleNames: ROLE_NAMES })
  // without a supervisor this is the only way in
  else process.stdout.write(`organiser: ${seeded.links.organiser}\n`)
  log.info({ port }, 'the app is up')

  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(0), DRAIN_MS).unref()
    server.close()
    void open.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // the supervisor is gone: nobody would end us
  process.on('disconnect', end)
}

function refuseUpgrade(socket: Duplex): void {
  socket.on('error', () => undefined)
  socket.destroy()
}

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

start().catch((error: unknown) => {
  process.stderr.write(`${errorText(error)}\n`)
  process.exit(error instanceof AlreadyServed ? FOR_THE_ADMINISTRATOR : 1)
})
