import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Audience, Connect, Connection, ConnectionEvents } from '../../client/core/media/connection.ts'
import { keepConnected, mayOverlap } from '../../client/core/media/switching.ts'
import type { Place } from '../../client/core/media/switching.ts'

/** The moves of one device as a list of words, with the SFU played by hand. */
const made: { place: Place; events: ConnectionEvents; closed: boolean; sent: string[] }[] = []
const log: string[] = []
/** What the next connections lose before they are there: `true` to another device. */
const whileMaking: boolean[] = []

/** What is being published in a room is cut off when it is left. */
let cutsOff = false
/** Whom the last connection was asked to bring along. */
let brings: Audience | null = null
const connect: Connect = (pass, events, audience) => {
  brings = audience
  const name = `${pass.room}/${pass.version}`
  log.push(`join ${name}`)
  const entry = {
    place: { room: pass.room, version: pass.version },
    events,
    closed: false,
    sent: [] as string[],
  }
  made.push(entry)
  const connection: Connection = {
    place: pass.room,
    version: pass.version,
    lease: pass.lease,
    receive: () => void log.push(`hear in ${name}`),
    send: (sending) => {
      log.push(`${sending.microphone ? 'speak in' : 'silent in'} ${name}`)
      return sending.microphone || !cutsOff ? Promise.resolve() : Promise.reject(new Error('cut off'))
    },
    microphoneOn: () => false,
    sounds: () => [],
    pictures: () => ({}),
    paused: () => [],
    canPlay: () => true,
    startAudio: () => undefined,
    close: () => void log.push(`leave ${name}`),
  }
  const told = whileMaking.shift()
  if (told !== undefined) events.lost(told)
  return Promise.resolve(connection)
}

let wish: Place | null = null
let asks = 0
let fails = 0
function device() {
  return keepConnected({
    connect,
    place: () => wish,
    askPass: (displaced) => {
      asks += 1
      log.push(displaced ? `ask after ${displaced}` : 'ask')
      if (fails-- > 0) return Promise.reject(new Error('away'))
      return Promise.resolve({
        url: '',
        token: '',
        lease: `lease ${asks}`,
        ...(wish ?? { room: 'plenary', version: 0 }),
      })
    },
    joined: () => {},
    displaced: () => void log.push('say so'),
    hear: () => true,
    expect: () => false,
    see: () => true,
    sending: () => ({ microphone: { track: {} as MediaStreamTrack, muted: false }, camera: null }),
    report: () => {},
  })
}
const settled = () => vi.advanceTimersByTimeAsync(50)

beforeEach(() => {
  vi.useFakeTimers()
  made.length = log.length = whileMaking.length = 0
  asks = fails = 0
  cutsOff = false
  wish = { room: 'plenary', version: 0 }
})
afterEach(() => vi.useRealTimers())

describe('moving between rooms', () => {
  test('[T3] the table is joined while the plenary still plays, publishing moves at once, the plenary is left within 2 s', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    wish = { room: 'tbl_2', version: 1 }
    log.length = 0
    keeper.update()
    await settled()
    // the plenary is not told to be quiet: it sounds on until it is left
    expect(log).toEqual(['ask', 'join tbl_2/1', 'silent in plenary/0', 'hear in tbl_2/1', 'speak in tbl_2/1'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(log.at(-1)).toBe('leave plenary/0')
  })

  test('what is cut off in the room that is left is no fault of the page', async () => {
    const faults = vi.fn()
    process.on('unhandledRejection', faults)
    const keeper = device()
    keeper.update()
    await settled()
    wish = { room: 'tbl_2', version: 1 }
    cutsOff = true
    keeper.update()
    await settled()
    vi.useRealTimers()
    await new Promise((resolve) => setTimeout(resolve, 10))
    process.off('unhandledRejection', faults)
    expect(keeper.now().status).toBe('on')
    expect(faults).not.toHaveBeenCalled()
  })

  test('[T3] from table to table the old one is left before the new one is joined', async () => {
    wish = { room: 'tbl_1', version: 1 }
    const keeper = device()
    keeper.update()
    await settled()
    wish = { room: 'tbl_2', version: 1 }
    log.length = 0
    keeper.update()
    await settled()
    expect(log.slice(0, 3)).toEqual(['leave tbl_1/1', 'ask', 'join tbl_2/1'])
  })

  test.each([
    [false, 'ask'],
    [true, 'ask after lease 1'],
  ])(
    'a connection that is lost while it is being made is made again (to another device: %s)',
    async (told, again) => {
      whileMaking.push(told)
      const keeper = device()
      keeper.update()
      await settled()
      expect(keeper.now()).toMatchObject({ status: 'trouble', current: null })
      await vi.advanceTimersByTimeAsync(1_000)
      expect(log.filter((word) => /^(ask|leave)/.test(word))).toEqual(['ask', 'leave plenary/0', again])
      expect(keeper.now().status).toBe('on')
    },
  )

  test('two tables never overlap, nor do two plenaries', () => {
    const [one, two, hall] = [
      { room: 'tbl_1', version: 1 },
      { room: 'tbl_2', version: 1 },
      { room: 'plenary', version: 0 },
    ]
    expect([
      mayOverlap(one, two),
      mayOverlap(hall, hall),
      mayOverlap(hall, one),
      mayOverlap(one, hall),
    ]).toEqual([false, false, true, true])
  })

  test('an SFU that is away is asked again until it answers', async () => {
    fails = 3
    const keeper = device()
    keeper.update()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asks).toBe(4)
    expect(keeper.now().status).toBe('on')
  })

  test('the way to a table fails and everybody is called back: the plenary that sounded all the time is there', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    wish = { room: 'tbl_1', version: 1 }
    fails = 1
    keeper.update()
    await settled()
    expect(keeper.now().status).toBe('trouble')
    wish = { room: 'plenary', version: 0 }
    keeper.update()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(keeper.now()).toMatchObject({ status: 'on', current: { place: 'plenary' } })
    expect(made).toHaveLength(1)
  })

  test('a connection that mends itself is trouble until it has', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    made[0]?.events.trouble(true)
    keeper.update()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(keeper.now().status).toBe('trouble')
    made[0]?.events.trouble(false)
    expect(keeper.now().status).toBe('on')
  })

  test('a connection that is lost is made again with a fresh pass', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    made[0]?.events.lost(false)
    expect(keeper.now().status).toBe('trouble')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(asks).toBe(2)
    expect(keeper.now().status).toBe('on')
  })

  test('[T3] the old room may be closed by the server before it is left: that is no trouble', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    wish = { room: 'tbl_2', version: 1 }
    keeper.update()
    await settled()
    made[0]?.events.lost(false)
    expect(keeper.now()).toMatchObject({ leaving: null, status: 'on' })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asks).toBe(2)
  })

  test('without a place there is no connection', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    wish = null
    keeper.update()
    await settled()
    expect(keeper.now()).toMatchObject({ current: null, status: 'off' })
  })
})

test('[T3] what is asked for on the way into a room is asked for only while one belongs there', async () => {
  wish = { room: 'tbl_1', version: 1 }
  device().update()
  await settled()
  expect([brings?.hear('Ans'), brings?.expect('Ans'), brings?.see('Ans')]).toEqual([true, false, true])
  wish = { room: 'tbl_2', version: 1 }
  expect([brings?.hear('Ans'), brings?.see('Ans')]).toEqual([false, false])
})

describe('behind the same room there is another one (threat 25)', () => {
  const table = { room: 'tbl_1', version: 1 }

  test.each([[table], [{ room: 'plenary', version: 0 }]])(
    'it is joined while the old one plays, publishing moves at once, the old one is left within 2 s: %j',
    async (place) => {
      wish = place
      const name = `${place.room}/${place.version}`
      const keeper = device()
      keeper.update()
      await settled()
      log.length = 0
      keeper.renew()
      expect(keeper.now().status).toBe('on')
      await settled()
      const moved = log.filter((word) => !word.startsWith('hear') && word !== `speak in ${name}`)
      expect(moved).toEqual(['ask', `join ${name}`, `silent in ${name}`])
      expect(log.at(-1)).toBe(`speak in ${name}`)
      await vi.advanceTimersByTimeAsync(2_000)
      expect(log.at(-1)).toBe(`leave ${name}`)
      expect(asks).toBe(2)
    },
  )

  test('told while it was on its way, it comes over once more', async () => {
    const keeper = device()
    keeper.update()
    keeper.renew()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(asks).toBe(2)
    expect(keeper.now().status).toBe('on')
  })
})

describe('somebody else comes in with our pass (threat 1)', () => {
  test('it is said, and a fresh pass is asked for at once, naming the one that was taken', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    log.length = 0
    made[0]?.events.lost(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(log.slice(0, 4)).toEqual(['leave plenary/0', 'say so', 'ask after lease 1', 'join plenary/0'])
    expect(keeper.now().status).toBe('on')
  })

  test('until there is a fresh pass every question for one names it, and none after', async () => {
    const keeper = device()
    keeper.update()
    await settled()
    log.length = 0
    fails = 2
    made[0]?.events.lost(true)
    await vi.advanceTimersByTimeAsync(5_000)
    made[1]?.events.lost(false)
    await vi.advanceTimersByTimeAsync(5_000)
    const asked = log.filter((word) => word.startsWith('ask'))
    expect(asked).toEqual(['ask after lease 1', 'ask after lease 1', 'ask after lease 1', 'ask'])
  })
})
