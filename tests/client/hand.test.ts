import { describe, expect, it } from 'vitest'
import { handView, handWays, microphoneWaits, typeWay } from '../../client/parts/floor/handButton.ts'
import { lineOf, placeIn } from '../../client/core/room/line.ts'
import { floor, hall, hand, hands, idOf, NOW, turn, view } from './support/hall.ts'

const at = (part: Parameters<typeof floor>[0], me = 'Riet') =>
  view(hall({ floor: floor(part) }), { me: idOf(me) })

describe('the hand of a participant', () => {
  it('is a button while it is down, and a panel once it is up', () => {
    expect(handView(at({}))).toEqual({ look: 'down', label: { key: 'hand.idle' } })
    expect(handView(at({ queue: hands('Riet') }))).toMatchObject({
      look: 'up',
      next: true,
      main: { key: 'hand.next' },
    })
    expect(handView(at({ queue: hands('Joke', 'Riet') }))).toMatchObject({
      look: 'up',
      main: { key: 'hand.number', values: { position: 2 } },
    })
  })

  it('[F9] says that the microphone waits, but not where it is on, is not there or is not needed', () => {
    const up = at({ queue: hands('Riet') })
    expect(microphoneWaits(up)).toBe(true)
    expect(microphoneWaits(at({}))).toBe(false)
    expect(microphoneWaits(at({ mode: 'free', queue: hands('Riet') }))).toBe(false)
    expect(microphoneWaits(at({ queue: [{ ...hand('Riet'), typed: true }] }))).toBe(false)
    expect(microphoneWaits({ ...up, media: { state: 'off', at: null } })).toBe(false)
  })

  it('[F4] offers the old place for as long as the server keeps it', () => {
    const lowered = [{ hand: hand('Riet'), behind: [], until: NOW + 7_200 }]
    expect(handView(at({ lowered }))).toEqual({ look: 'lowered', seconds: 8 })
    expect(handView(at({ lowered: [{ ...lowered[0]!, until: NOW }] }))).toMatchObject({ look: 'down' })
  })

  it('[F6] needs no hand in a round', () => {
    const round = { order: ['Anna', 'Riet'].map(idOf), done: [], passed: [], spoke: [], second: false }
    const shown = { mode: 'round' as const, round, turn: turn('Anna') }
    expect(handView(at(shown))).toMatchObject({ look: 'waiting', main: { key: 'hand.next' } })
    expect(handWays(at(shown))).toEqual(['process'])
  })

  it('[F6] gives whoever passed a second chance at the end of the line', () => {
    const round = {
      order: ['Anna', 'Riet', 'Joke'].map(idOf),
      done: [idOf('Anna')],
      passed: [idOf('Riet')],
      spoke: [],
      second: false,
    }
    const line = lineOf(at({ mode: 'round', round }))
    expect(line.map((place) => place.person)).toEqual([idOf('Joke'), idOf('Riet')])
  })

  it('makes way for the turn bar', () => {
    expect(handView(at({ turn: turn('Riet') }))).toEqual({ look: 'turn' })
  })

  it('[S3] promises no place with quiet first', () => {
    expect(handView(at({ mode: 'quietFirst', queue: hands('Riet') }))).toMatchObject({
      look: 'up',
      next: false,
      main: { key: 'hand.upShort' },
      sub: { key: 'hand.ordered' },
    })
  })

  it('is not there for observers and interpreters', () => {
    expect(handView(at({}, 'Tom'))).toEqual({ look: 'none', why: 'observer' })
    expect(handView(at({}, 'Noor'))).toEqual({ look: 'none', why: 'interpreter' })
    expect(handWays(at({ turn: turn('Anna') }, 'Tom'))).toEqual([])
  })
})

describe('the kinds of hand', () => {
  it('[F3] offers a reply to somebody who speaks, and a question at any time', () => {
    expect(handWays(at({ turn: turn('Anna') }))).toEqual(['reply', 'process'])
    expect(handWays(at({}))).toEqual(['process'])
    expect(handWays(at({ turn: turn('Riet') }))).toEqual([])
  })

  it('[F3] offers no reply once somebody else asked for one, and puts that one in front', () => {
    const shown = { turn: turn('Anna'), queue: [hand('Riet'), hand('Joke', 'reply')] }
    expect(handWays(at(shown))).toEqual(['process'])
    expect(lineOf(at(shown)).map((place) => place.person)).toEqual([idOf('Joke'), idOf('Riet')])
  })

  it('[F3] keeps a question outside the numbered line', () => {
    const line = lineOf(at({ queue: [hand('Pieter', 'process'), hand('Riet')] }))
    expect(placeIn(line, idOf('Riet'))?.number).toBe(1)
    expect(placeIn(line, idOf('Pieter'))?.number).toBeNull()
  })

  it('[F4] shows a lowered hand in its old place, between those it stood between', () => {
    const lowered = [{ hand: hand('Riet'), behind: [idOf('Joke')], until: NOW + 5_000 }]
    const line = lineOf(at({ queue: hands('Joke', 'Willem'), lowered }))
    expect(line.map((place) => [place.person, place.kept])).toEqual([
      [idOf('Joke'), false],
      [idOf('Riet'), true],
      [idOf('Willem'), false],
    ])
  })
})

describe('typing in place of speaking', () => {
  const typed = { ...hand('Riet'), typed: true }

  it('[F3] can be asked for before and after the hand is up, and taken back', () => {
    expect(typeWay(at({}))).toEqual({ to: 'type', kind: 'turn' })
    expect(typeWay(at({ queue: hands('Riet') }))).toEqual({ to: 'type', kind: 'turn' })
    expect(typeWay(at({ queue: [typed] }))).toEqual({ to: 'speak', kind: 'turn' })
    expect(typeWay(at({ queue: [hand('Riet', 'process')] }))).toEqual({ to: 'type', kind: 'process' })
  })

  it('[F3] is no question in my own turn, nor for whoever has no hand', () => {
    expect(typeWay(at({ turn: turn('Riet') }))).toBeNull()
    expect(typeWay(at({}, 'Tom'))).toBeNull()
  })

  it('[F3] says beside the place that I will type, and so does the line', () => {
    const shown = { queue: [hand('Joke'), typed] }
    expect(handView(at(shown))).toMatchObject({
      main: { key: 'hand.number', values: { position: 2 } },
      sub: { key: 'hand.typedUp' },
    })
    expect(lineOf(at(shown)).map((place) => place.typed)).toEqual([false, true])
  })

  it('[F3] [F6] is known in a round too', () => {
    const round = { order: ['Anna', 'Riet'].map(idOf), done: [], passed: [], spoke: [], second: false }
    expect(lineOf(at({ mode: 'round', round, queue: [typed] }))).toMatchObject([
      { typed: false },
      { typed: true },
    ])
  })
})
