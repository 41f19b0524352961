import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { startBalancer } from '../../server/start/balancer.mjs'
import { headersFor } from '../../server/start/forwarded.mjs'
import { readOptions } from '../../server/start/options.mjs'
import { freePort } from '../../server/start/process.mjs'

/** Several servers behind the one port that people see. */
const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** A server that answers with its name. Its port. */
async function answering(name: string): Promise<number> {
  const port = await freePort()
  const made = createServer((_req, res) => res.setHeader('connection', 'close').end(name))
  servers.push(made)
  await new Promise<void>((resolve) => made.listen(port, '127.0.0.1', resolve))
  return port
}

async function behind(ports: number[]) {
  const port = await freePort()
  const balancer = await startBalancer({ port, host: '127.0.0.1', servers: ports })
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/`)).text()
  return { ask, port, stop: balancer.stop }
}

/** Its port, and what it was asked. */
async function listening(answer: (req: IncomingMessage) => Promise<string>) {
  const asked: IncomingMessage[] = []
  const made = createServer((req, res) => {
    asked.push(req)
    void answer(req).then((said) => res.writeHead(201, 'Made', { 'x-of': 'ours' }).end(said))
  })
  servers.push(made)
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  return { made, asked, port: (made.address() as AddressInfo).port }
}

test('each connection goes to any of the servers', async () => {
  const { ask, stop } = await behind([await answering('een'), await answering('twee')])
  const answers = new Set<string>()
  for (let asked = 0; asked < 64; asked++) answers.add(await ask())
  expect([...answers].toSorted()).toEqual(['een', 'twee'])
  await stop()
})

test('where one does not answer the other one does, and with none the line is closed', async () => {
  const { ask, stop } = await behind([await freePort(), await answering('twee'), await freePort()])
  for (let asked = 0; asked < 16; asked++) expect(await ask()).toBe('twee')
  servers.splice(0).forEach((one) => one.close())
  await expect(ask()).rejects.toThrow()
  await stop()
})

test('what is sent arrives whole, and so does the answer', async () => {
  const { asked, port: server } = await listening(text)
  const { port, stop } = await behind([server])
  const sent = 'Samen '.repeat(50_000)
  const answer = await fetch(`http://127.0.0.1:${port}/a?b=1`, { method: 'PUT', body: sent })
  expect([answer.status, answer.statusText, answer.headers.get('x-of')]).toEqual([201, 'Made', 'ours'])
  expect(await answer.text()).toBe(sent)
  expect(asked.map(({ method, url, headers }) => [method, url, headers.host])).toEqual([
    ['PUT', '/a?b=1', `127.0.0.1:${port}`],
  ])
  await stop()
})

test('who is refused before all was read hears so, and the line can be used again', async () => {
  const { port: server } = await listening(() => Promise.resolve('nee'))
  const { ask, port, stop } = await behind([server])
  const body = Buffer.alloc(16_000_000)
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'PUT', body })
  expect([answer.status, await answer.text()]).toEqual([201, 'nee'])
  expect(await ask()).toBe('nee')
  await stop()
})

test('a request that stays half open is closed', async () => {
  const { port, stop } = await behind([await answering('een')])
  const line = connect(port, '127.0.0.1', () => line.write('GET / HT'))
  line.resume()
  await new Promise((resolve) => line.once('close', resolve))
  await stop()
}, 15_000)

test('a socket goes to a server as well, and ends with it', async () => {
  const { made, port: server } = await listening(text)
  const sockets = new WebSocketServer({ server: made })
  sockets.on('connection', (socket) => socket.on('message', (said) => socket.send(`${said as Buffer}!`)))
  const { port, stop } = await behind([server])
  const line = new WebSocket(`ws://127.0.0.1:${port}/live`)
  line.on('open', () => line.send('hallo'))
  expect(await new Promise((resolve) => line.once('message', (said) => resolve(`${said as Buffer}`)))).toBe(
    'hallo!',
  )
  const closed = new Promise((resolve) => line.once('close', resolve))
  for (const socket of sockets.clients) socket.terminate()
  await closed
  await stop()
})

test('the servers are told from where somebody comes, whatever they say of it themselves', () => {
  const said = ['Host', 'dialoog.example', 'x-forwarded-for', '203.0.113.7', 'X-Real-IP', '203.0.113.7']
  const from = (remoteAddress: string) => headersFor({ rawHeaders: said, socket: { remoteAddress } })
  // before all they said, of which a server reads only so many
  expect(from('198.51.100.4')).toEqual(['X-Forwarded-For', '198.51.100.4', 'Host', 'dialoog.example'])
  // the proxy on this computer has looked itself
  for (const near of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(from(near)).toEqual(said)
})

test('how many there are is an option, and one without it', () => {
  expect(readOptions([], '/project').nodes).toBe(1)
  expect(readOptions(['--nodes', '2'], '/project').nodes).toBe(2)
  for (const wrong of ['0', '5', 'twee'])
    expect(() => readOptions(['--nodes', wrong], '/project')).toThrow('--nodes')
})
