import { createServer, connect, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A door before a TCP server that can be shut: open lines break and new ones are dropped, until it opens again. */
export interface Gate {
  /** The given address with the gate's port in it. */
  url: string
  shut(): void
  open(): void
  stop(): Promise<void>
}

export async function gateBefore(address: string): Promise<Gate> {
  const target = new URL(address)
  const sockets = new Set<Socket>()
  let shut = false
  const server = createServer((near) => {
    if (shut) return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(address)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    shut: () => {
      shut = true
      breakAll()
    },
    open: () => (shut = false),
    stop: async () => {
      breakAll()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
