import { createSocket } from 'node:dgram'
import { connect } from 'node:net'

const PATIENCE_MS = 2_000
/** A refusal comes back within the time of one round. */
const REFUSAL_MS = 500

/** Does somebody listen there? */
export const tcpAnswers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS })
    const end = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('connect', () => end(true))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
  })

/**
 * Is this port refused? That it is not refused proves little: UDP answers nobody who is not known there. Only the test of the line
 * in a browser outside shows that sound comes through.
 */
export const udpRefused = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
    let over = false
    const end = (refused: boolean) => {
      if (over) return
      over = true
      clearTimeout(timer)
      socket.close()
      resolve(refused)
    }
    const timer = setTimeout(() => end(false), REFUSAL_MS)
    socket.on('error', () => end(true))
    socket.connect(port, host, (...failed: unknown[]) => {
      // no name and no route are told here and not as an error: they prove nothing of the port
      if (failed[0]) end(false)
      else if (!over) socket.send(Buffer.alloc(1), (error) => error && end(true))
    })
  })
