import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignalResponse, type ParticipantInfo } from '@livekit/protocol'
import { Room } from '@livekit/rtc-node'
import { WebSocketServer } from 'ws'
import { couple, onward } from '../support/road.ts'

/** Somebody in the audience of a room, who learns from the SFU who speaks: the baseline. */
export interface Audience {
  leave(): Promise<void>
}

/**
 * Sits in the audience. `tell` gets everybody who speaks, each time that changes, by the SFU's own active-speaker updates. They are read
 * off the signalling: an update names only who began or stopped, and the client library hands on only those who began.
 */
export async function joinAudience(
  sfuUrl: string,
  token: string,
  tell: (identities: ReadonlySet<string>) => void,
): Promise<Audience> {
  const names = new Map<string, string>()
  const speaking = new Set<string>()

  function learn(people: readonly ParticipantInfo[]) {
    for (const { sid, identity } of people) names.set(sid, identity)
  }

  function read(bytes: Buffer) {
    const { message } = SignalResponse.fromBinary(bytes)
    if (message.case === 'join') learn(message.value.otherParticipants)
    if (message.case === 'update') learn(message.value.participants)
    if (message.case !== 'speakersChanged') return
    for (const { sid, active } of message.value.speakers) {
      const identity = names.get(sid)
      if (identity === undefined) continue
      if (active) speaking.add(identity)
      else speaking.delete(identity)
    }
    tell(speaking)
  }

  const server = createServer()
  new WebSocketServer({ server }).on('connection', (client, request) => {
    const sfu = onward(sfuUrl, request)
    couple(client, sfu, async (message) => message)
    couple(sfu, client, async (message) => {
      read(message)
      return message
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const room = new Room()
  room.setMaxListeners(0)
  // The SFU tells of those only whose sound one gets.
  const how = { autoSubscribe: true, dynacast: false }
  await room.connect(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, token, how)
  return {
    async leave() {
      await room.disconnect()
      server.closeAllConnections()
      server.close()
    },
  }
}
