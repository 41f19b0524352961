import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { nameIn } from '../../shared/dialogue/names.ts'
import { documentRight } from '../../shared/dialogue/places.ts'
import { CLOSE } from '../../shared/protocol.ts'
import { isValid, visitorOf } from './access.ts'
import type { House } from './options.ts'
import { isOwnOrigin } from './origin.ts'

/** "Try again later", for a database that is away. */
const LATER = 1_013

interface Door {
  person: string
  /** Null: the control channel. */
  table: string | null
  epoch: number
}

/** Which of our sockets does this address mean? Null: none of ours. */
function doorOf(url: string | undefined, basePath: string): Door | null {
  const [path = '', query = ''] = (url ?? '').split('?')
  if (!path.startsWith(`${basePath}/p/`)) return null
  const [person = '', kind = '', table, ...rest] = path.slice(basePath.length + 3).split('/')
  if (rest.length > 0 || person === '') return null
  if (kind === 'live' && table === undefined) return { person, table: null, epoch: 0 }
  if (kind !== 'docs' || table === undefined || table === '') return null
  const epoch = Number(new URLSearchParams(query).get('epoch') ?? '0')
  return { person, table, epoch: Number.isSafeInteger(epoch) ? epoch : 0 }
}

/**
 * Open a socket of ours: origin first, then who it is, then the protocol. Returns false and touches nothing for other addresses.
 * The same answer for a table that is absent and one that is forbidden.
 */
export function createUpgrade(house: House) {
  return (req: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    const door = doorOf(req.url, house.outside.basePath)
    if (!door) return false
    // before anything waits: a reset while we look somebody up would end the process
    socket.on('error', () => socket.destroy())
    if (!isOwnOrigin(req.headers.origin, req, house.outside)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return true
    }
    letIn(house, door, req, socket, head).catch((error: unknown) => {
      house.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'a socket was put off')
      refuse(house, door, req, socket, head, LATER)
    })
    return true
  }
}

async function letIn(house: House, door: Door, req: IncomingMessage, socket: Duplex, head: Buffer) {
  const visitor = await visitorOf(house, req, door.person)
  const session = visitor && (await house.sessions.of(visitor.dialogue.id))
  if (socket.destroyed) return
  if (!visitor || !session) return refuse(house, door, req, socket, head, CLOSE.unknown)
  const { person, login, dialogue } = visitor
  const state = session.state()
  const right = door.table === null ? null : documentRight(state, person.id, door.table)
  if (right === 'none') return refuse(house, door, req, socket, head, CLOSE.forbidden)
  // from the first moment, so that the session is not closed on somebody who is coming in
  socket.once('close', session.enter())
  if (door.table === null) return house.channel.open({ person, login, session }, req, socket, head)
  const visit = {
    person: person.id,
    name: nameIn(state, person),
    dialogue: dialogue.id,
    table: door.table,
    epoch: door.epoch,
    mayWrite: right === 'write',
    valid: () => isValid(house, login),
  }
  house.documents.open(visit, req, socket, head)
}

function refuse(house: House, door: Door, req: IncomingMessage, socket: Duplex, head: Buffer, code: number) {
  if (socket.destroyed) return
  const where = door.table === null ? house.channel : house.documents
  where.refuse(req, socket, head, code)
}
