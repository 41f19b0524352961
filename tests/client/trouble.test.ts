import { ConnectionState, RoomEvent, type Room } from 'livekit-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchTrouble } from '../../client/core/media/livekitTrouble.ts'

/** What somebody who hears nothing is told within. */
const SAID_MS = 10_000
/** How long a browser takes to see that packets have stopped. */
const SEEN_MS = 5_000

type Way = RTCIceConnectionState

/** The SDK's room, played by hand. */
function aRoom() {
  const heard = new Map<string, (() => void)[]>()
  const ways: Record<'publisher' | 'subscriber', Way> = { publisher: 'new', subscriber: 'connected' }
  const way = (name: keyof typeof ways) => ({ getICEConnectionState: () => ways[name] })
  const room = {
    state: ConnectionState.Connected as ConnectionState,
    engine: { pcManager: { publisher: way('publisher'), subscriber: way('subscriber') } },
    on: (event: string, hear: () => void) => heard.set(event, [...(heard.get(event) ?? []), hear]),
  }
  return {
    room: room as unknown as Room,
    ways,
    tells(event: RoomEvent, state: ConnectionState) {
      room.state = state
      for (const hear of heard.get(event) ?? []) hear()
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each(['publisher', 'subscriber'] as const)(
  'the packets of the %s have lost their way while the line to the SFU is whole: said in time, and that they are back',
  (which) => {
    const { room, ways } = aRoom()
    const told = vi.fn()
    watchTrouble(room, told)
    vi.advanceTimersByTime(10_000)
    expect(told).not.toHaveBeenCalled()
    ways[which] = 'disconnected'
    vi.advanceTimersByTime(SAID_MS - SEEN_MS)
    expect(told.mock.calls).toEqual([[true]])
    ways[which] = 'failed'
    vi.advanceTimersByTime(30_000)
    // another way is being tried, and nothing sounds yet
    ways[which] = 'checking'
    vi.advanceTimersByTime(15_000)
    expect(told.mock.calls).toEqual([[true]])
    ways[which] = 'connected'
    vi.advanceTimersByTime(10_000)
    expect(told.mock.calls).toEqual([[true], [false]])
  },
)

test('Wi-Fi that hesitates is not worth a word', () => {
  const { room, ways } = aRoom()
  const told = vi.fn()
  watchTrouble(room, told)
  for (const way of ['disconnected', 'connected', 'disconnected', 'connected'] as const) {
    ways.subscriber = way
    vi.advanceTimersByTime(2_000)
  }
  expect(told).not.toHaveBeenCalled()
})

test('the line to the SFU is gone and packets still come: nothing is said, for everything sounds', () => {
  const { room, tells } = aRoom()
  const told = vi.fn()
  watchTrouble(room, told)
  tells(RoomEvent.SignalReconnecting, ConnectionState.SignalReconnecting)
  vi.advanceTimersByTime(20_000)
  tells(RoomEvent.Reconnected, ConnectionState.Connected)
  expect(told).not.toHaveBeenCalled()
})

test('a connection that is made anew is said at once, and once', () => {
  const { room, ways, tells } = aRoom()
  const told = vi.fn()
  const end = watchTrouble(room, told)
  tells(RoomEvent.Reconnecting, ConnectionState.Reconnecting)
  ways.subscriber = 'failed'
  vi.advanceTimersByTime(10_000)
  expect(told.mock.calls).toEqual([[true]])
  ways.subscriber = 'connected'
  tells(RoomEvent.Reconnected, ConnectionState.Connected)
  expect(told.mock.calls).toEqual([[true], [false]])
  end()
  ways.subscriber = 'failed'
  vi.advanceTimersByTime(10_000)
  expect(told).toHaveBeenCalledTimes(2)
})
