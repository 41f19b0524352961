import { afterAll, beforeAll, expect, test } from 'vitest'
import { MediaAway, type Media } from '../../server/media/media.ts'
import { roomVersion } from '../../shared/dialogue/places.ts'
import { atTables, inPlenary, leaves } from '../domain/support/sentence.ts'
import { stateAfter } from './media.ts'
import { until } from './until.ts'

export interface OpenedMedia {
  media: Media
  /** The SFU is gone, and there again. */
  away(): Promise<void>
  back(): Promise<void>
  close(): Promise<void>
}

/** What the rest of the server may count on: of the real SFU, and of what stands in for it. */
export function servesMedia(open: () => Promise<OpenedMedia>): void {
  let opened: OpenedMedia
  let media: Media
  beforeAll(async () => {
    opened = await open()
    media = opened.media
  })
  afterAll(() => opened.close())

  test('a pass is for the room in which the state seats somebody, as it is in this split', async () => {
    const plenary = stateAfter([inPlenary], 'ses_seat')
    expect(await media.pass(plenary, 'Ans')).toMatchObject({
      room: 'plenary',
      version: roomVersion(plenary, 'plenary'),
    })
    const tables = stateAfter([atTables], 'ses_seat')
    const table = tables.seating?.seats['Ans'] ?? 'none'
    expect(await media.pass(tables, 'Ans')).toMatchObject({
      room: table,
      version: roomVersion(tables, table),
    })
  })

  test('whoever left gets none', async () => {
    expect(await media.pass(stateAfter([inPlenary, leaves('Ans')], 'ses_left'), 'Ans')).toBeNull()
  })

  test('every pass is a lease of its own', async () => {
    const state = stateAfter([inPlenary], 'ses_lease')
    const passes = [
      await media.pass(state, 'Ans'),
      await media.pass(state, 'Ans'),
      await media.pass(state, 'Bram'),
    ]
    expect(new Set(passes.map((pass) => pass?.lease)).size).toBe(3)
    expect(new Set(passes.map((pass) => pass?.token)).size).toBe(3)
  })

  test('what is said of a session that nobody knows is no error', async () => {
    media.joined('ses_nobody', 'Ans', 'lease', 'connection')
    media.dismiss('ses_nobody', 'Ans')
    await media.end('ses_nobody')
  })

  test('a session that has ended can be opened again', async () => {
    const state = stateAfter([inPlenary], 'ses_again')
    media.follow(state)
    await media.pass(state, 'Ans')
    await media.end('ses_again')
    media.follow(state)
    expect((await media.pass(state, 'Ans'))?.room).toBe('plenary')
  })

  test('while the SFU is away passes are refused and all else goes on; both are told, to whoever still listens', async () => {
    const told: boolean[] = []
    const missed: boolean[] = []
    const stop = media.on({ available: (available) => void told.push(available) })
    media.on({ available: (available) => void missed.push(available) })()
    const state = stateAfter([inPlenary], 'ses_away')
    await opened.away()
    await expect(media.pass(state, 'Ans')).rejects.toBeInstanceOf(MediaAway)
    expect(media.available()).toBe(false)
    media.follow(state)
    await opened.back()
    await until('the SFU is known to be back', () => media.available(), 10_000)
    expect((await media.pass(state, 'Ans'))?.room).toBe('plenary')
    stop()
    expect({ told, missed }).toEqual({ told: [false, true], missed: [] })
  })
}
