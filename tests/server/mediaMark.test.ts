import { EventEmitter } from 'node:events'
import { RoomEvent, type Room } from '@livekit/rtc-node'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followMark } from '../../server/media/mark.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function roomMarked(sid: string) {
  return Object.assign(new EventEmitter(), { localParticipant: { sid } })
}

test('a connection made anew is told of once its mark is known, which is later than the library says that it is there', () => {
  const room = roomMarked('first')
  const told: string[] = []
  followMark(room as unknown as Room, (mark) => told.push(mark))
  room.emit(RoomEvent.Reconnected)
  vi.advanceTimersByTime(500)
  expect(told).toEqual(['first'])
  room.localParticipant.sid = 'second'
  vi.advanceTimersByTime(500)
  expect(told).toEqual(['first', 'second'])
})

test('a room that was left is not looked at any more', () => {
  const room = roomMarked('first')
  const told: string[] = []
  followMark(room as unknown as Room, (mark) => told.push(mark))
  room.emit(RoomEvent.Disconnected)
  room.localParticipant.sid = 'second'
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual(['first'])
  expect(vi.getTimerCount()).toBe(0)
})
