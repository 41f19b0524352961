import express, { type RequestHandler } from 'express'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { ROLE_NAMES, seedDemo, seedFirst } from './demo/seed.ts'
import { selfTest } from './health/selfTest.ts'
import { tellOfEnd } from './health/unforeseen.ts'
import { whyNot } from './health/whyNot.ts'
import { createHttpServer } from './http/server.ts'
import { createLog } from './log.ts'
import { openDialogue } from './opening.ts'
import { readSettings } from './settings.ts'

/** Time for open requests to end before the process does; of several nodes each hands over what it leads. */
const DRAIN_MS = 3_000
const HAND_OVER_MS = 10_000

/** What people get in the moment between listening and being ready. */
const notYet: RequestHandler = (_req, res) => {
  res.status(503).set('Retry-After', '1').type('text/plain').send('Nog even geduld. One moment please.')
}

/** The app: configuration, wiring, start, drain. */
async function start(): Promise<void> {
  const settings = readSettings(process.env)
  const { basePath, sfu } = settings
  const log = createLog(settings.logLevel)
  process.on('uncaughtException', (error) => {
    // Node itself would print the error with all that is in it
    tellOfEnd(error, log, (line) => process.stderr.write(line))
    process.exit(1)
  })
  const app = express()
  app.disable('x-powered-by')
  // behind the proxy of docs/deploy.md everybody would otherwise come from one address
  if (!settings.demo) app.set('trust proxy', ['loopback', 'uniquelocal'])
  let router = notYet
  app.use(basePath === '' ? '/' : basePath, (req, res, next) => router(req, res, next))
  const server = createHttpServer(app)
  const port = await listen(server, settings.port, settings.host)
  const publicUrl = settings.publicUrl ?? `http://${settings.host}:${port}`
  const open = await openDialogue({ ...settings, publicUrl, log })
  const { voices, firstSession } = settings
  const seeded = settings.demo
    ? await seedDemo(open, { voices: voices > 0, past: !firstSession })
    : await seedFirst(open)
  // not before: a second node that waits for this one would make a first dialogue too
  router = open.router
  server.on('upgrade', (req, socket, head) => {
    if (!open.upgrade(req, socket, head)) refuseUpgrade(socket)
  })
  if (process.send)
    process.send({ ready: true, url: `${publicUrl}${basePath}/`, ...seeded, roleNames: ROLE_NAMES })
  // without a supervisor this is the only way in
  else process.stdout.write(`organiser: ${seeded.links.organiser}\n`)
  log.info({ port }, 'the app is up')

  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(0), settings.redis === undefined ? DRAIN_MS : HAND_OVER_MS).unref()
    server.close()
    void open.close().then(() => process.exit(0))
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // the supervisor is gone: nobody would end us
  process.on('disconnect', end)

  // it looks only: what it cannot find out ends no app that serves
  const found = await selfTest(open.readiness, sfu.media).catch(() => [])
  for (const { part, text } of found) log.warn({ part }, text)
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
  const { text, code } = whyNot(error)
  process.stderr.write(`${text}\n`)
  process.exit(code)
})
