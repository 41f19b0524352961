import { describe, expect, it } from 'vitest'
import { signalOf } from '../../client/parts/floor/signals.ts'
import { floor, hall, NOW, turn, view } from './support/hall.ts'

const signal = (part: Parameters<typeof turn>[1], who = 'Riet') =>
  signalOf(view(hall({ floor: floor({ turn: turn(who, part) }) })))?.signal ?? null
const spent = (seconds: number) => ({ runningSince: NOW - seconds * 1_000 })

describe('the signals of my own turn', () => {
  it('[F4] [F10] are: offered, half a minute left, the time is over; and nothing between them', () => {
    expect(signal({ state: 'offered', runningSince: null })).toBe('offered')
    expect(signal(spent(60))).toBeNull()
    expect(signal(spent(90))).toBe('half')
    expect(signal(spent(119))).toBe('half')
    expect(signal(spent(120))).toBe('target')
    expect(signal(spent(600))).toBe('target')
  })

  it('[F10] follow a clock that stands still, and a target that was moved', () => {
    expect(signal({ countedMs: 95_000, runningSince: null })).toBe('half')
    expect(signal({ ...spent(125), targetMs: 180_000 })).toBeNull()
  })

  it('do not tell of half a minute in a turn that is no longer than that', () => {
    expect(signal({ ...spent(1), targetMs: 30_000 })).toBeNull()
    expect(signal({ ...spent(31), targetMs: 30_000 })).toBe('target')
  })

  it('[S3] are mine alone', () => {
    expect(signal(spent(125), 'Anna')).toBeNull()
  })
})
