import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { headersFor } from './forwarded.mjs'

/** Of a connection, and not of what goes over it. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive'])
/** How what goes over it is cut up; towards whoever asked it is cut up anew. */
const OF_AN_ANSWER = new Set([...OF_THE_CONNECTION, 'transfer-encoding'])
/** As the servers behind it have them (`server/http/server.ts`): a request that stays half open holds a connection. */
const LIMITS = { headersTimeout: 4_000, requestTimeout: 20_000, connectionsCheckingInterval: 1_000 }

/**
 * The one port people see in front of several servers: each request and each socket goes to any of them, and to another one where that
 * does not answer. The servers are told from which address it came.
 * @param {{ port: number, host: string, servers: readonly number[] }} how ports on loopback
 * @returns {Promise<{ stop: () => Promise<void>, kill: () => void }>}
 */
export async function startBalancer({ port, host, servers }) {
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set()

  /** @returns {Promise<import('node:net').Socket | null>} a line to one of the servers; null: none of them answers */
  async function reach() {
    const first = Math.floor(Math.random() * servers.length)
    for (const server of [...servers.slice(first), ...servers.slice(0, first)]) {
      const line = await lineTo(server)
      if (line) return line
    }
    return null
  }

  /**
   * @param {import('node:http').IncomingMessage} req
   * @param {import('node:http').ServerResponse} res
   */
  async function serve(req, res) {
    const line = await reach()
    if (!line || req.socket.destroyed) {
      line?.destroy()
      return req.socket.destroy()
    }
    const { method, url } = req
    const headers = without(OF_THE_CONNECTION, headersFor(req))
    const asked = request({ createConnection: () => line, method, path: url, headers, setHost: false })
    const broken = () => res.destroy()
    asked.on('error', broken)
    // what was answered before all of it was read is read to its end all the same, or the answer never gets through
    asked.on('close', () => req.resume())
    asked.on('response', (answer) => {
      answer.on('error', broken)
      res.writeHead(answer.statusCode ?? 502, answer.statusMessage, without(OF_AN_ANSWER, answer.rawHeaders))
      answer.pipe(res)
    })
    res.on('close', () => line.destroy())
    req.pipe(asked)
    return undefined
  }

  /**
   * A socket is asked for: from its head on everything is passed as it is.
   * @param {import('node:http').IncomingMessage} req
   * @param {import('node:stream').Duplex} client
   * @param {Buffer} head
   */
  async function couple(req, client, head) {
    client.on('error', () => client.destroy())
    const line = await reach()
    if (!line || client.destroyed) {
      line?.destroy()
      return client.destroy()
    }
    line.on('error', () => client.destroy())
    line.on('close', () => client.destroy())
    client.on('close', () => line.destroy())
    line.write(headOf(req), 'latin1')
    line.write(head)
    client.pipe(line)
    line.pipe(client)
    return undefined
  }

  const balancer = createServer(LIMITS, (req, res) => void serve(req, res).catch(() => req.socket.destroy()))
  balancer.on('upgrade', (req, socket, head) => void couple(req, socket, head).catch(() => socket.destroy()))
  balancer.on('connection', (client) => {
    open.add(client)
    client.on('close', () => open.delete(client))
  })
  await new Promise((done, failed) => {
    balancer.once('error', failed)
    balancer.listen(port, host, () => done(undefined))
  })
  const kill = () => {
    balancer.close()
    for (const client of open) client.destroy()
  }
  return { stop: () => Promise.resolve(kill()), kill }
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Socket | null>}
 */
const lineTo = (port) =>
  new Promise((done) => {
    const line = connect(port, '127.0.0.1')
    const refused = () => done(null)
    line.once('error', refused)
    line.once('connect', () => {
      line.off('error', refused)
      // until whoever uses it listens as well
      line.on('error', () => line.destroy())
      done(line)
    })
  })

/**
 * @param {ReadonlySet<string>} left
 * @param {readonly string[]} raw names and values in turn
 */
const without = (left, raw) => raw.filter((_, at) => !left.has((raw[at - (at % 2)] ?? '').toLowerCase()))

/** @param {import('node:http').IncomingMessage} req */
function headOf(req) {
  const headers = headersFor(req)
  const lines = headers.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : []))
  return [`${req.method} ${req.url} HTTP/1.1`, ...lines, '', ''].join('\r\n')
}
