import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { nameIn } from '../../shared/dialogue/people/names.ts'
import { textRights } from '../../shared/dialogue/agreements/textRights.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Visitors } from '../dialogues/visitors.ts'
import type { Documents } from '../documents/documents.ts'
import { errorText } from '../kit/errorText.ts'
import type { Channel } from '../live/channel.ts'
import type { Sessions } from '../live/sessions.ts'
import { claimOf } from './access.ts'
import { isOwnOrigin } from './origin.ts'
import type { Outside } from './outside.ts'

/** "Try again later", for a database that is away. */
const LATER = 1_013

export interface UpgradeInput {
  outside: Outside
  visitors: Visitors
  sessions: Sessions
  channel: Channel
  documents: Documents
  log: Logger
}

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
export function createUpgrade(ours: UpgradeInput) {
  return (req: IncomingMessage, socket: Duplex, head: Buffer): boolean => {
    const door = doorOf(req.url, ours.outside.basePath)
    if (!door) return false
    // before anything waits: a reset while we look somebody up would end the process
    socket.on('error', () => socket.destroy())
    if (!isOwnOrigin(req.headers.origin, req, ours.outside)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return true
    }
    letIn(ours, door, req, socket, head).catch((error: unknown) => {
      ours.log.warn({ error: errorText(error) }, 'a socket was put off')
      refuse(ours, door, req, socket, head, LATER)
    })
    return true
  }
}

async function letIn(ours: UpgradeInput, door: Door, req: IncomingMessage, socket: Duplex, head: Buffer) {
  const visitor = await ours.visitors.at(door.person, await claimOf(req, ours.outside))
  const session = visitor && (await ours.sessions.of(visitor.dialogue.id))
  if (socket.destroyed) return
  if (!visitor || !session) return refuse(ours, door, req, socket, head, CLOSE.unknown)
  const { person, login, dialogue } = visitor
  const state = session.state()
  const rights = door.table === null ? null : textRights(state, person.id, door.table)
  if (door.table !== null && !rights) return refuse(ours, door, req, socket, head, CLOSE.forbidden)
  // from the first moment, so that the session is not closed on somebody who is coming in
  socket.once('close', session.enter())
  if (door.table === null || !rights) return ours.channel.open({ person, login, session }, req, socket, head)
  const visit = {
    person: person.id,
    name: nameIn(state, person),
    dialogue: dialogue.id,
    table: door.table,
    epoch: door.epoch,
    rights,
    valid: () => ours.visitors.stands(login),
  }
  ours.documents.open(visit, req, socket, head)
}

function refuse(
  ours: UpgradeInput,
  door: Door,
  req: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  code: number,
) {
  if (socket.destroyed) return
  const where = door.table === null ? ours.channel : ours.documents
  where.refuse(req, socket, head, code)
}
