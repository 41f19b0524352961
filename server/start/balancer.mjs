import { connect, createServer } from 'node:net'

/**
 * The one port people see in front of several servers: each connection goes to any of them, and to another one where that does not
 * answer.
 * @param {{ port: number, host: string, servers: readonly number[] }} how ports on loopback
 * @returns {Promise<{ stop: () => Promise<void>, kill: () => void }>}
 */
export async function startBalancer({ port, host, servers }) {
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set()

  /** @param {import('node:net').Socket} client */
  function serve(client) {
    open.add(client)
    client.on('close', () => open.delete(client))
    client.on('error', () => client.destroy())
    const first = Math.floor(Math.random() * servers.length)
    pass(client, [...servers.slice(first), ...servers.slice(0, first)])
  }

  /**
   * @param {import('node:net').Socket} client
   * @param {readonly number[]} order
   */
  function pass(client, [next, ...others]) {
    if (next === undefined || client.destroyed) return client.destroy()
    const server = connect(next, '127.0.0.1')
    const refused = () => pass(client, others)
    server.once('error', refused)
    server.once('connect', () => {
      server.off('error', refused)
      server.on('error', () => client.destroy())
      server.on('close', () => client.destroy())
      client.on('close', () => server.destroy())
      client.pipe(server)
      server.pipe(client)
    })
    return undefined
  }

  const balancer = createServer(serve)
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
