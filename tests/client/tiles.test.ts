import { describe, expect, it } from 'vitest'
import {
  atLectern,
  PAGE,
  pagesOf,
  tileOf,
  type Around,
  type TileView,
} from '../../client/parts/tables/tiles.ts'
import { shortName } from '../../client/parts/tables/shortName.ts'
import type { RoomView } from '../../client/core/room/view.ts'
import { peopleIn } from '../../shared/dialogue/places.ts'
import type { Presence } from '../../shared/protocol.ts'
import { floor, hall, hand, hands, idOf, NETWORKING, NOW, phoning, turn, view } from './support/hall.ts'

const nothing: Around = { presence: {}, typing: [], pictures: [] }
const at = (part: Parameters<typeof floor>[0], more: Partial<RoomView> = {}): RoomView =>
  view(hall({ floor: floor(part) }), more)
const tile = (name: string, shown: RoomView, around: Partial<Around> = {}): TileView =>
  tileOf(idOf(name), shown, { ...nothing, ...around })
const word = (name: string, shown: RoomView, around: Partial<Around> = {}): string | undefined =>
  tile(name, shown, around).word?.key

const device = (
  name: string,
  part: Partial<NonNullable<Presence['status']>> = {},
  state: Presence['state'] = 'here',
) => ({
  [idOf(name)]: {
    person: idOf(name),
    state,
    since: NOW,
    status: { room: NETWORKING, microphone: 'off', camera: 'on', media: 'on', screen: 'room', ...part },
  } satisfies Presence,
})

describe('a tile', () => {
  it('lights up for whoever has the floor, with a word', () => {
    expect(tile('Anna', at({ turn: turn('Anna') }))).toMatchObject({
      look: 'speaking',
      word: { key: 'tile.speaks' },
    })
    expect(word('Riet', at({ turn: turn('Riet') }))).toBe('tile.youSpeak')
  })

  it('waits in a dotted line for whoever may begin', () => {
    const offered = turn('Anna', { state: 'offered' })
    expect(tile('Anna', at({ turn: offered }))).toMatchObject({
      look: 'ready',
      word: { key: 'tile.beginsSoon' },
    })
  })

  it('[F9] marks whoever guides, and an invited reply', () => {
    const shown = at({ turn: turn('Anna'), steering: idOf('Els'), reply: idOf('Joke') })
    expect(word('Els', shown)).toBe('tile.steering')
    expect(word('Joke', shown)).toBe('tile.replies')
  })

  it('[F2] is grey for whoever is away, and keeps the number of the hand', () => {
    const shown = at({ queue: hands('Joke') }, { present: new Set([idOf('Anna')]) })
    const away = tile('Joke', shown)
    expect(away).toMatchObject({
      look: 'away',
      word: { key: 'standing.away' },
      hand: { kind: 'turn', position: 1 },
    })
  })

  it('claims nothing about others while the line is lost', () => {
    const shown = at({ turn: turn('Anna') }, { connection: 'lost' })
    expect(tile('Anna', shown)).toMatchObject({ look: 'away', word: null })
    expect(tile('Riet', shown).look).toBe('rest')
  })

  it('says in free talk whether a microphone is on, and who talks', () => {
    const shown = at({ mode: 'free' }, { speaking: [idOf('Anna')] })
    expect(word('Anna', shown)).toBe('tile.talks')
    expect(word('Joke', shown, { presence: device('Joke', { microphone: 'on' }) })).toBe('tile.micOn')
    expect(word('Joke', shown, { presence: device('Joke') })).toBe('tile.micOff')
  })

  it('[F9] shows nobody as talking in a controlled floor without the floor', () => {
    expect(tile('Joke', at({ turn: turn('Anna') }, { speaking: [idOf('Joke')] })).look).toBe('rest')
  })

  it('marks the other kinds of hand with a word in place of a number', () => {
    const shown = at({ queue: [hand('Samira', 'reply'), hand('Pieter', 'process')] })
    expect(tile('Samira', shown).hand).toEqual({ kind: 'reply', position: null })
    expect(tile('Pieter', shown).hand).toEqual({ kind: 'process', position: null })
  })

  it('says what somebody is here for, who typed, and a weak line', () => {
    const shown = at({})
    expect(word('Els', shown)).toBe('tile.guides')
    expect(word('Noor', shown)).toBe('tile.interprets')
    expect(word('Pieter', shown, { typing: [idOf('Pieter')] })).toBe('tile.types')
    expect(word('Joke', shown, { presence: device('Joke', { media: 'trouble' }) })).toBe('tile.weak')
  })

  it('[F3] says that the holder types', () => {
    const typed = turn('Anna', { typed: true })
    expect(tile('Anna', at({ turn: typed }))).toMatchObject({
      look: 'speaking',
      word: { key: 'tile.types' },
      icon: 'keyboard',
    })
    expect(word('Riet', at({ turn: turn('Riet', { typed: true }) }))).toBe('tile.youType')
  })

  it('[F3] never says that a guest on the telephone is away', () => {
    const around = { presence: device('Joke', {}, 'away') }
    const shown = (part: Parameters<typeof floor>[0]): RoomView =>
      view(phoning(hall({ floor: floor(part) }), 'Joke'))
    expect(tile('Joke', shown({}), around)).toMatchObject({
      look: 'rest',
      word: { key: 'tile.phone' },
      icon: 'phone',
    })
    expect(tile('Joke', shown({ turn: turn('Joke') }), around)).toMatchObject({
      look: 'speaking',
      icon: 'phone',
    })
  })

  it('says who has been in a round', () => {
    const round = { order: [idOf('Anna')], done: [idOf('Anna')], passed: [], spoke: [], second: false }
    expect(word('Anna', at({ mode: 'round', round }))).toBe('tile.been')
  })
})

describe('the order of tiles', () => {
  it('never follows who speaks', () => {
    const quiet = peopleIn(at({}).state, NETWORKING)
    expect(peopleIn(at({ turn: turn('Willem') }).state, NETWORKING)).toEqual(quiet)
  })

  it('is cut in pages of the same people', () => {
    expect(pagesOf(['a', 'b', 'c'], 2)).toEqual([['a', 'b'], ['c']])
    expect(pagesOf([], 2)).toEqual([[]])
    const sixty = Array.from({ length: 60 }, (_, index) => `p${index}`)
    expect(pagesOf(sixty, PAGE).map((page) => page.length)).toEqual([24, 24, 12])
  })
})

describe('the lectern', () => {
  it('shows whoever guides, else the holder, else nobody', () => {
    expect(atLectern(at({ turn: turn('Anna'), steering: idOf('Els') }), null)).toBe(idOf('Els'))
    expect(atLectern(at({ turn: turn('Anna') }), null)).toBe(idOf('Anna'))
    expect(atLectern(at({}), idOf('Anna'))).toBeNull()
  })

  it('in free talk keeps the last one who talked through a pause', () => {
    const free = (speaking: string[]): RoomView => at({ mode: 'free' }, { speaking: speaking.map(idOf) })
    expect(atLectern(free(['Anna']), null)).toBe(idOf('Anna'))
    expect(atLectern(free([]), idOf('Anna'))).toBe(idOf('Anna'))
    expect(atLectern(free(['Joke', 'Anna']), idOf('Anna'))).toBe(idOf('Anna'))
    expect(atLectern(free(['Joke']), idOf('Anna'))).toBe(idOf('Joke'))
  })
})

describe('the name on a small tile', () => {
  const riet = hall().people[idOf('Riet')]!
  const called = (...names: string[]): string[] => {
    const people = Object.fromEntries(
      names.map((name, index) => [`p${index}`, { ...riet, id: `p${index}`, name }]),
    )
    return Object.values(people).map((person) => shortName(person, people))
  }

  it('is the first one', () => {
    expect(called('Samira El Amrani', 'Riet Bakker', 'Anna')).toEqual(['Samira', 'Riet', 'Anna'])
    expect(called('Jean-Pierre Dupont', 'ليلى حداد')).toEqual(['Jean-Pierre', 'ليلى'])
  })

  it('is the whole one where two have the same, whoever is in the room', () => {
    expect(called('Jan de Vries', 'jan Bakker', 'Riet Vos')).toEqual(['Jan de Vries', 'jan Bakker', 'Riet'])
    expect(called('Persoon 11', 'Persoon 12')).toEqual(['Persoon 11', 'Persoon 12'])
  })

  it('is the whole one where the first word is no name', () => {
    const names = ['Mevrouw Jansen', 'Dhr. Smit', 'J. Smit', '11 Tafel', 'X Æ']
    expect(called(...names)).toEqual(names)
  })
})
