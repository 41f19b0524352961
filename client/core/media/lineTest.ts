import { Room, RoomEvent } from 'livekit-client'
import type { LineAnswer, LineAnswers } from '../../../shared/dialogue/help/line.ts'
import type { LineTrial } from '../../../shared/protocol.ts'
import { LOG, silenceLog } from './livekitLog.ts'

/** Long enough for a slow line; with the ways round, which are tried together, the whole is over within ten seconds. */
const PATIENCE_MS = 5_000
const DETOUR_MS = 3_800
const OFFERED_MS = 1_000
const LOOK_MS = 200

interface Probe {
  room: Room
  /** The talk with the server came about; sound and picture could go. */
  signalled: boolean
  connected: boolean
}

/**
 * How this device reaches sound and picture, tried for real: with the server, straight (UDP), over TCP, and by a relay (TURN). `tell` is
 * told of each answer as it comes.
 */
export async function testLine(
  { url, tokens }: LineTrial,
  tell: (known: Partial<LineAnswers>) => void,
): Promise<LineAnswers> {
  silenceLog()
  const [first = '', second = ''] = tokens
  const straight = await probe(url, first, PATIENCE_MS)
  const signalling: LineAnswer = straight.signalled ? 'good' : 'bad'
  const udp: LineAnswer = straight.connected && (await carrier(straight.room)) === 'udp' ? 'good' : 'bad'
  tell({ signalling, udp })
  const [tcp, turn] = await Promise.all([overTcp(straight), overRelay(straight, url, second)])
  void straight.room.disconnect()
  const answers = { signalling, udp, tcp, turn }
  tell(answers)
  return answers
}

/** Comes in as far as it goes; an answer either way within the patience. */
async function probe(
  url: string,
  token: string,
  patienceMs: number,
  rtcConfig?: RTCConfiguration,
): Promise<Probe> {
  const room = new Room({ loggerName: LOG, singlePeerConnection: false })
  const found = { room, signalled: false, connected: false }
  room.on(RoomEvent.SignalConnected, () => (found.signalled = true))
  const connecting = room.connect(url, token, {
    autoSubscribe: false,
    maxRetries: 0,
    websocketTimeout: patienceMs,
    peerConnectionTimeout: patienceMs,
    ...(rtcConfig ? { rtcConfig } : {}),
  })
  await Promise.race([
    connecting.then(
      () => (found.connected = true),
      () => undefined,
    ),
    pause(patienceMs),
  ])
  if (!found.connected) void room.disconnect()
  return found
}

/** Once over TCP, where the server offers it: the other side is asked to go that way, and what really carries is looked at. */
async function overTcp({ room, connected }: Probe): Promise<LineAnswer> {
  if (!connected) return 'bad'
  if (!(await offersTcp(room))) return 'absent'
  await room.simulateScenario('force-tcp')
  for (let waited = 0; waited < DETOUR_MS; waited += LOOK_MS) {
    if ((await carrier(room)) === 'tcp') return 'good'
    await pause(LOOK_MS)
  }
  return 'bad'
}

async function overRelay({ room, signalled }: Probe, url: string, token: string): Promise<LineAnswer> {
  if (!signalled) return 'bad'
  const servers = room.engine?.latestJoinResponse?.iceServers ?? []
  if (!servers.some(({ urls }) => urls.some((each) => each.startsWith('turn')))) return 'absent'
  const relayed = await probe(url, token, DETOUR_MS, { iceTransportPolicy: 'relay' })
  void relayed.room.disconnect()
  return relayed.connected ? 'good' : 'bad'
}

/** A line of a session description (RFC 8839). */
const TCP_CANDIDATE = /^a=candidate:\S+ \d+ tcp /im

type Report = { id: string; type: string } & Record<string, unknown>

async function reports(room: Room): Promise<Report[]> {
  const manager = room.engine?.pcManager
  const all = await Promise.all([manager?.subscriber?.getStats(), manager?.publisher.getStats()])
  return all.flatMap((stats) => (stats ? [...(stats.values() as Iterable<Report>)] : []))
}

/** What the media goes over now; null while nothing does. */
async function carrier(room: Room): Promise<string | null> {
  const all = await reports(room)
  const pair = all.find(
    ({ type, state, nominated }) => type === 'candidate-pair' && state === 'succeeded' && nominated === true,
  )
  const own = all.find(({ id }) => id === pair?.['localCandidateId'])
  return typeof own?.['protocol'] === 'string' ? own['protocol'] : null
}

/**
 * The server's ways come in one by one, and media may go by the first; a browser forgets those it does not need in its statistics, and
 * keeps them in the description of the other side.
 */
async function offersTcp(room: Room): Promise<boolean> {
  for (let waited = 0; waited < OFFERED_MS; waited += LOOK_MS) {
    const manager = room.engine?.pcManager
    const others = [manager?.subscriber, manager?.publisher].map((way) => way?.getRemoteDescription()?.sdp)
    if (others.some((sdp) => sdp !== undefined && TCP_CANDIDATE.test(sdp))) return true
    await pause(LOOK_MS)
  }
  return false
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
