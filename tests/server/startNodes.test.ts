import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { startBalancer } from '../../server/start/balancer.mjs'
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
  return { ask, stop: balancer.stop }
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

test('how many there are is an option, and one without it', () => {
  expect(readOptions([], '/project').nodes).toBe(1)
  expect(readOptions(['--nodes', '2'], '/project').nodes).toBe(2)
  for (const wrong of ['0', '5', 'twee'])
    expect(() => readOptions(['--nodes', wrong], '/project')).toThrow('--nodes')
})
