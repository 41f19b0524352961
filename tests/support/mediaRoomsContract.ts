import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { MediaRoomStore } from '../../server/store/store.ts'

export interface OpenedRooms {
  rooms: MediaRoomStore
  /** A session that has no rooms yet. */
  session(): Promise<string>
  close(): Promise<void>
}

/** What everything that keeps the names of SFU rooms does: the database, and what stands in for it. */
export function keepsMediaRooms(open: () => Promise<OpenedRooms>): void {
  let opened: OpenedRooms
  let rooms: MediaRoomStore
  let session: string
  beforeAll(async () => {
    opened = await open()
    rooms = opened.rooms
  })
  beforeEach(async () => {
    session = await opened.session()
  })
  afterAll(() => opened.close())

  const all = async () =>
    Object.fromEntries((await rooms.all(session)).map(({ name, replaced }) => [name, replaced]))

  test('a room keeps the first name it was given', async () => {
    const names = await Promise.all(
      ['a', 'b', 'c'].map((fresh) => rooms.name(session, 'plenary', 0, `${session}-${fresh}`)),
    )
    expect(new Set(names).size).toBe(1)
    expect(await rooms.name(session, 'plenary', 0, 'unused')).toBe(names[0])
    expect(await all()).toEqual({ [names[0] ?? '']: false })
  })

  test('another split, another room and another session have names of their own', async () => {
    const other = await opened.session()
    const name = (of: string, room: string, version: number) =>
      rooms.name(of, room, version, `${of}-${room}-${version}`)
    const names = [
      await name(session, 'plenary', 0),
      await name(session, 'plenary', 1),
      await name(session, 'tbl_1', 1),
      await name(other, 'plenary', 0),
    ]
    expect(new Set(names).size).toBe(4)
    expect(Object.keys(await all()).toSorted()).toEqual(names.slice(0, 3).toSorted())
  })

  test('one that is renewed has one name in use, and the one before is known until it is removed', async () => {
    const old = await rooms.name(session, 'plenary', 0, `${session}-old`)
    const names = await Promise.all(['a', 'b', 'c'].map((fresh) => rooms.replace(old, `${session}-${fresh}`)))
    expect(new Set(names).size).toBe(1)
    const name = names[0] ?? ''
    expect(name).not.toBe(old)
    expect(await rooms.name(session, 'plenary', 0, 'unused')).toBe(name)
    expect(await all()).toEqual({ [old]: true, [name]: false })
    const again = await rooms.replace(name, `${session}-d`)
    await rooms.remove(old)
    expect(await all()).toEqual({ [name]: true, [again]: false })
  })

  test('what is removed is gone, once or twice, and its room gets a name anew', async () => {
    const old = await rooms.name(session, 'plenary', 0, `${session}-old`)
    await rooms.remove(old)
    await rooms.remove(old)
    expect(await all()).toEqual({})
    expect(await rooms.name(session, 'plenary', 0, `${session}-next`)).toBe(`${session}-next`)
  })

  test('what is not known is not renewed', async () => {
    await expect(rooms.replace(`${session}-nothing`, `${session}-a`)).rejects.toThrow()
    expect(await all()).toEqual({})
  })
}
