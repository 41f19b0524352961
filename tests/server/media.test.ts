import { setTimeout as pause } from 'node:timers/promises'
import { RoomServiceClient, ServerError, TokenVerifier } from 'livekit-server-sdk'
import { TrackSource } from '@livekit/rtc-node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { permissionOf, personGrant, sendingOf } from '../../server/media/grants.ts'
import { MediaAway } from '../../server/media/media.ts'
import type { PersonId, SessionState } from '../../shared/dialogue/model.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import {
  atTables,
  inPlenary,
  invites,
  leaves,
  mode,
  next,
  organiser,
  raise,
  silence,
  speaks,
  type Step,
} from '../domain/support/sentence.ts'
import { PEOPLE, record } from '../domain/support/world.ts'
import { joinAs, tone, type Bot } from '../support/bot.ts'
import { sessionsIn, startMediaWorld, type MediaWorld } from '../support/media.ts'
import { until } from '../support/until.ts'

let world: MediaWorld
let session: ReturnType<typeof sessionsIn>
beforeAll(async () => {
  world = await startMediaWorld()
  session = sessionsIn(world)
})
afterEach(() => world.rest())
afterAll(() => world.close())

async function claims(state: SessionState, person: PersonId) {
  const pass = await world.media.pass(state, person)
  if (!pass) return null
  const token = await new TokenVerifier(world.sfu.apiKey, world.sfu.apiSecret).verify(pass.token)
  return { pass, token, video: token.video ?? {} }
}

describe('what a token lets somebody do (threat 5)', () => {
  const both = { canPublish: true, canPublishSources: ['microphone', 'camera'] }
  const seen = { canPublish: true, canPublishSources: ['camera'] }
  const nothing = { canPublish: false }
  /** Per state: what everybody not named may send, and the exceptions. */
  const golden: { name: string; steps: (Step | Step[])[]; others: object; except: Record<string, object> }[] =
    [
      { name: 'lobby', steps: [], others: nothing, except: {} },
      { name: 'first come, nobody has the floor', steps: [inPlenary], others: seen, except: {} },
      { name: 'free talk', steps: [inPlenary, mode('free')], others: both, except: { Tariq: seen } },
      { name: 'Ans has the floor', steps: [inPlenary, speaks('Ans')], others: seen, except: { Ans: both } },
      {
        name: 'Ans has the floor, Bram may reply',
        steps: [inPlenary, speaks('Ans'), invites('Bram')],
        others: seen,
        except: { Ans: both, Bram: both },
      },
      {
        name: 'the organiser steers',
        steps: [inPlenary, speaks('Ans'), organiser('startSteering', { room: 'plenary' })],
        others: seen,
        except: { Ans: both, Olga: both },
      },
      { name: 'silence', steps: [inPlenary, mode('free'), silence(60_000)], others: seen, except: {} },
      { name: 'at the tables', steps: [atTables], others: both, except: { Tariq: seen, Olga: seen } },
    ]

  test.each(golden)('$name', async ({ steps, others, except }) => {
    const { state } = session(...steps)
    expect(await claims(state(), 'Griet')).toBeNull()
    for (const { id, role } of PEOPLE.filter((one) => one.role !== 'clerk')) {
      const found = await claims(state(), id)
      const expected = role === 'helper' || role === 'observer' ? nothing : (except[id] ?? others)
      const room = await world.store.name(
        state().id,
        placeOf(state(), id) ?? '',
        found?.pass.version ?? -1,
        'none',
      )
      expect({ id, video: found?.video }).toEqual({
        id,
        video: {
          roomJoin: true,
          room,
          canSubscribe: true,
          canPublishData: false,
          canUpdateOwnMetadata: false,
          hidden: false,
          ...expected,
        },
      })
    }
  })

  test('it names the lease, lives two minutes at most and holds nothing about the person', async () => {
    const { state } = session(inPlenary)
    const found = await claims(state(), 'Ans')
    expect(found?.token.sub).toBe(`Ans:${found?.pass.lease}`)
    expect(Number(found?.token.exp) - Number(found?.token.nbf)).toBeLessThanOrEqual(120)
    expect(found?.token.name ?? '').toBe('')
    expect(found?.token.metadata ?? '').toBe('')
  })

  test('a permission names every field, since it replaces the whole', () => {
    expect(permissionOf({ microphone: false, camera: false })).toMatchObject({
      canPublish: false,
      canPublishSources: [],
      canPublishData: false,
      canSubscribe: true,
      canUpdateMetadata: false,
    })
  })

  test('whoever left gets no pass', async () => {
    const { state } = session(inPlenary, leaves('Ans'))
    expect(await world.media.pass(state(), 'Ans')).toBeNull()
  })

  test('the SFU refuses every administrative call with any token', async () => {
    const { state, id } = session(inPlenary, mode('free'))
    for (const person of ['Olga', 'Femke', 'Ans', 'Henk', 'Toos', 'Tariq']) {
      const found = await claims(state(), person)
      const room = String(found?.video.room)
      const http = new RoomServiceClient(world.sfu.url.replace('ws', 'http'), undefined, undefined, {
        token: found?.pass.token ?? '',
      })
      const calls = [
        () => http.createRoom({ name: 'mine' }),
        () => http.listRooms(),
        () => http.listParticipants(room),
        () => http.removeParticipant(room, `${person}:x`),
        () => http.updateParticipant(room, `${person}:x`, { permission: { canPublish: true } }),
        () => http.deleteRoom(room),
      ]
      for (const call of calls) await expect(call(), `${person} in ${id}`).rejects.toThrow(ServerError)
    }
  })
})

describe('[T3] rooms', () => {
  test('names are 128 random bits, new for every split, and mean nothing', async () => {
    const { id, state, goesOn } = session(atTables)
    const first = await world.media.pass(state(), 'Ans')
    const before = (await world.store.all(id)).map(({ name }) => name)
    goesOn(organiser('announceRecall'), recallFinished(1), organiser('announceSplit'))
    goesOn(organiser('startTables', { version: 2 }))
    const second = await world.media.pass(state(), 'Ans')
    expect([first?.version, second?.version]).toEqual([1, 2])
    const rows = await world.store.all(id)
    const again = rows.find(({ room, version }) => room === second?.room && version === 2)
    expect(before).not.toContain(again?.name)
    for (const { name } of rows) expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  test('an unknown room cannot be joined, nor made by joining', async () => {
    const token = await world.rooms.mint('Ans:x', personGrant('guessed', { microphone: true, camera: true }))
    await expect(joinAs(world.sfu.url, token)).rejects.toThrow()
  })

  test('nobody of one table is in, or gets into, the room of another', async () => {
    const { id, state } = session(atTables)
    const people = PEOPLE.filter((person) => person.role === 'participant')
    await Promise.all(people.map((person) => world.join(state(), person.id, { hears: false })))
    for (const { room, name } of (await world.store.all(id)).filter((row) => row.room !== 'plenary')) {
      const there = await world.rooms.participants(name)
      const persons = there.map(({ identity }) => identity.split(':')[0]).filter((one) => one !== 'listener')
      const seated = people.map((person) => person.id).filter((person) => placeOf(state(), person) === room)
      expect(persons.toSorted()).toEqual(seated.toSorted())
    }
  })

  test('[T1] at the split people may hear the plenary for two seconds, send nothing there, and are then out', async () => {
    const { id, state, goesOn } = session(inPlenary, mode('free'))
    const plenary = await world.join(state(), 'Ans')
    await plenary.publish()
    const moved = goesOn(
      organiser('spreadEvenly'),
      organiser('announceSplit'),
      organiser('startTables', { version: 1 }),
    )
    const name = await world.store.name(id, 'plenary', 0, 'none')
    const inPlenaryRoom = async () =>
      (await world.rooms.participants(name)).find(({ identity }) => identity === plenary.identity)
    await until(
      'Ans can send nothing in the plenary',
      async () => {
        const there = await inPlenaryRoom()
        return there !== undefined && !there.sending.microphone && !there.sending.camera && !there.sounding
      },
      1_500,
    )
    const table = await world.join(moved, 'Ans')
    expect(table.room.name).not.toBe(plenary.room.name)
    await until('Ans is out of the plenary', async () => !(await inPlenaryRoom()), 3_000)
    expect(table.room.isConnected).toBe(true)
  })

  test('from table to table there is no overlap, and the old token does not let anybody back in', async () => {
    const { state, goesOn } = session(atTables)
    const before = await world.join(state(), 'Ans')
    const other = state().tableOrder.find((table) => table !== placeOf(state(), 'Ans')) ?? ''
    const moved = goesOn(organiser('movePerson', { person: 'Ans', table: other }))
    await until('Ans is out of the old table', () => !before.room.isConnected, 1_500)
    await world.join(moved, 'Ans', { hears: false })
    await staysOut(before)
  })

  test('whoever is signed out is out of the SFU at once, and the old token does not let them back in', async () => {
    const { id, state } = session(atTables)
    const bot = await world.join(state(), 'Ans')
    world.media.dismiss(id, 'Ans')
    await until('Ans is out', () => !bot.room.isConnected, 1_500)
    await staysOut(bot)
  })

  test('[T6] after the recall the rooms of the tables are gone', async () => {
    const { id, state, goesOn } = session(atTables)
    const table = await world.join(state(), 'Ans', { hears: false })
    const names = (await world.store.all(id)).filter(({ room }) => room !== 'plenary').map(({ name }) => name)
    expect((await world.rooms.existing(names)).size).toBe(names.length)
    goesOn(organiser('announceRecall'), recallFinished(1))
    await until('the table rooms are gone', async () => (await world.rooms.existing(names)).size === 0, 4_000)
    expect(table.room.isConnected).toBe(false)
    await expect(joinAs(world.sfu.url, table.pass.token)).rejects.toThrow()
  })

  test('a session that is closed has nobody in the SFU; opened again it has other rooms, and the old pass is worth nothing', async () => {
    const { id, state } = session(inPlenary)
    const before = await world.join(state(), 'Ans', { hears: false })
    await world.media.end(id)
    await until('Ans is out', () => !before.room.isConnected)
    world.media.follow(state())
    const after = await world.join(state(), 'Ans', { hears: false })
    expect(after.room.name).not.toBe(before.room.name)
    await staysOut(before)
    expect(after.room.isConnected).toBe(true)
  })
})

describe('one lease for one person (threat 1)', () => {
  test('a new pass puts the earlier device out', async () => {
    const { state } = session(inPlenary)
    const first = await world.join(state(), 'Ans', { hears: false })
    const second = await world.join(state(), 'Ans', { hears: false })
    await until('the first device is out', () => !first.room.isConnected)
    expect(second.room.isConnected).toBe(true)
    await staysOut(first)
    expect(second.room.isConnected).toBe(true)
  })

  test('after a restart of the server connections go on, each in its right place', async () => {
    const { state } = session(inPlenary, mode('free'))
    const bot = await world.join(state(), 'Ans', { hears: false })
    await bot.publish()
    await world.restart()
    world.media.follow(state())
    await pause(3_000)
    expect(bot.room.isConnected).toBe(true)
    expect((await world.rooms.participants(bot.room.name ?? '')).map(({ identity }) => identity)).toContain(
      bot.identity,
    )
  })
})

/** Until the plenary of this test is listened to, and not only that of an earlier one; `before`: what was told until then. */
const listenedSince = (before: number) =>
  until('the room is listened to', () =>
    world.told
      .slice(before)
      .some((one) => one.kind === 'measuring' && one.measuring && one.room === 'plenary'),
  )

describe('[F9] the microphone follows the floor', () => {
  test('who loses the floor is silenced at once, who gets it can be heard, and labels do not help', async () => {
    const { state, goesOn } = session(inPlenary, speaks('Ans'))
    const ans = await world.join(state(), 'Ans', { hears: false })
    const bram = await world.join(state(), 'Bram')
    await ans.publish()
    ans.play(tone(60))
    await until('Ans is heard', async () => (await bram.loudestIn(200)) > 0.1)
    goesOn(organiser('startSilence', { room: 'plenary', ms: 60_000 }))
    await until('Ans is not heard', async () => (await bram.loudestIn(200)) < 0.01, 2_000)
    expect(sendingOf(state(), 'plenary', 'Ans').microphone).toBe(false)
    goesOn(organiser('endSilence', { room: 'plenary' }))
    await until('Ans may speak again', async () => {
      const there = await world.rooms.participants(ans.room.name ?? '')
      return there.some(({ identity, sending }) => identity === ans.identity && sending.microphone)
    })
    await ans.publish()
    ans.play(tone(5))
    await until('Ans is heard again', async () => (await bram.loudestIn(200)) > 0.1)
  })

  test('while a turn is offered its holder has a muted microphone ready; one that sounds before the beginning puts them out', async () => {
    const before = world.told.length
    const { state } = session(inPlenary, raise('Ans'), next())
    const ans = await world.join(state(), 'Ans', { hears: false })
    await listenedSince(before)
    ans.play(tone(20))
    const published = ans.publish()
    ans.mute(true)
    await published
    ans.mute(true)
    await pause(2_500)
    expect(ans.room.isConnected).toBe(true)
    const began = Date.now()
    ans.mute(false)
    await until('Ans is put out', () => !ans.room.isConnected, 3_000)
    expect(Date.now() - began).toBeLessThan(3_000)
    await ans.leave()
  })

  test.each([
    ['camera', TrackSource.SOURCE_CAMERA],
    ['screen share', TrackSource.SOURCE_SCREENSHARE],
    ['screen share audio', TrackSource.SOURCE_SCREENSHARE_AUDIO],
    ['nothing', TrackSource.SOURCE_UNKNOWN],
  ])(
    'sound labelled %s gets its sender out within three seconds, or never arrives',
    async (_label, source) => {
      const before = world.told.length
      const { state } = session(inPlenary, speaks('Ans'))
      const bram = await world.join(state(), 'Bram', { hears: false })
      await listenedSince(before)
      bram.play(tone(20))
      const began = Date.now()
      const published = bram.publish(source).then(
        () => true,
        () => false,
      )
      const arrived = async () =>
        (await world.rooms.participants(bram.pass.room === 'plenary' ? (bram.room.name ?? '') : '')).some(
          ({ identity, sounding }) => identity === bram.identity && sounding,
        )
      if (source === TrackSource.SOURCE_CAMERA) {
        await until('Bram is put out', () => !bram.room.isConnected, 3_000)
        expect(Date.now() - began).toBeLessThan(3_000)
        await until('it is told', () =>
          world.told.some((one) => one.kind === 'stray' && one.person === 'Bram'),
        )
        await staysOut(bram)
      } else {
        await pause(2_500)
        expect(await arrived()).toBe(false)
      }
      await bram.leave()
      await published
    },
  )
})

describe('the SFU goes away', () => {
  test('passes are refused, all else goes on, and it comes back with its rooms', async () => {
    const { id, state, goesOn } = session(inPlenary)
    await until('the room is there', async () => (await world.store.all(id)).length > 0)
    await world.stopSfu()
    await expect(world.media.pass(state(), 'Ans')).rejects.toBeInstanceOf(MediaAway)
    expect(world.media.available()).toBe(false)
    expect(() => goesOn(mode('free'))).not.toThrow()
    await world.startSfu()
    await until('the SFU is known to be back', () => world.media.available(), 10_000)
    expect(world.told.findLast((one) => one.kind === 'available')).toEqual({
      kind: 'available',
      available: true,
    })
    const names = (await world.store.all(id)).map(({ name }) => name)
    expect([...(await world.rooms.existing(names))]).toEqual(names)
    const bot = await world.join(state(), 'Ans', { hears: false })
    expect(bot.room.isConnected).toBe(true)
  })
})

/** With its old token somebody may get in for a moment, and is out for good within five seconds. */
async function staysOut({ pass, identity, room: { name } }: Bot & { pass: MediaPass }) {
  const joining = joinAs(world.sfu.url, pass.token).catch(() => null)
  const began = Date.now()
  let lastSeen = began
  await until(
    'the old token is worth nothing',
    async () => {
      const there = await world.rooms.participants(name ?? '')
      if (there.some((one) => one.identity === identity)) lastSeen = Date.now()
      return Date.now() - lastSeen > 1_500
    },
    10_000,
  )
  expect(lastSeen - began).toBeLessThan(5_000)
  void joining.then((bot) => bot?.leave())
}

function recallFinished(version: number): Step {
  return ({ world: before }) => {
    const recorded = record(before, [{ type: 'RecallFinished', version }])
    return { world: recorded, refused: null }
  }
}
