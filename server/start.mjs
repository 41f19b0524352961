#!/usr/bin/env node
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readOptions, USAGE } from './start/options.mjs'
import { checkPort, preflight } from './start/preflight.mjs'
import { asJson, asText } from './start/present.mjs'
import { freePort, Plain } from './start/process.mjs'
import { endLeft, endOrphans, known, openRecord, reset } from './start/record.mjs'
import { supervise } from './start/supervise.mjs'

/**
 * The one command: brings up everything a node needs and ends it again, in order.
 * Only what Node itself has is used here, for nothing is installed yet when it first runs.
 */
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
/** npm passes Ctrl-C on to us while the terminal gives it too: twice within this time is once. */
const SAME_PRESS_MS = 1_000

// a closed terminal or pipe must not keep us from stopping in order
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const log = (/** @type {string} */ line) => process.stderr.write(`· ${line}\n`)

/** @type {import('./start/supervise.mjs').Part[]} */
const parts = []
const stopped = new AbortController()
/** @type {ReturnType<typeof openRecord> | null} */
let record = null
let pressedAt = 0

/** Backwards: voices, server (sockets, then itself and its listener), media server, database. */
async function stopAll() {
  for (let last = parts.at(-1); last; last = parts.at(-1)) {
    await last.stop()
    parts.splice(parts.indexOf(last), 1)
  }
  if (record) await endLeft(record.current())
  record?.close()
}

/** @param {string} signal */
function onStop(signal) {
  const now = Date.now()
  if (pressedAt === 0) {
    pressedAt = now
    log(
      signal === 'SIGINT' ? 'Alles wordt gestopt. Nog een keer Ctrl-C stopt meteen.' : 'Alles wordt gestopt.',
    )
    stopped.abort()
  } else if (now - pressedAt > SAME_PRESS_MS && signal === 'SIGINT') {
    for (const part of parts) part.kill()
    process.exit(1)
  }
}

async function main() {
  const options = readOptions(process.argv.slice(2), project)
  if (options.help) {
    process.stdout.write(USAGE)
    return
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onStop)
  preflight(options)
  record = openRecord(options.data)
  await endOrphans(record.current())
  if (options.port === 0) options.port = await freePort()
  await checkPort(options)
  if (options.reset) await reset(options.data, record.current())
  record.note({ supervisor: known(process.pid), port: options.port })
  const ready = await supervise({ project, options, record, log, signal: stopped.signal, parts })
  process.stdout.write(options.json ? `${asJson(ready)}\n` : asText(ready))
  if (!stopped.signal.aborted)
    await new Promise((resolve) => stopped.signal.addEventListener('abort', resolve, { once: true }))
}

let code = 0
try {
  await main()
} catch (error) {
  if (!stopped.signal.aborted) {
    code = 1
    process.stderr.write(
      `${error instanceof Plain ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
    )
  }
}
try {
  await stopAll()
} catch (error) {
  code = 1
  process.stderr.write(`${String(error)}\n`)
}
process.exit(code)
