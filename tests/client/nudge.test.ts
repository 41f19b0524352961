import { describe, expect, it } from 'vitest'
import { NUDGE_CHOICES, nudgeOf } from '../../client/parts/floor/nudge.ts'
import { NUDGE_SHOWN_MS } from '../../shared/dialogue/time/nudges.ts'
import type { Floor, Nudge, Phase } from '../../shared/dialogue/model.ts'
import { floor, hall, hands, idOf, NOW, turn, view } from './support/hall.ts'

const silent: Nudge = {
  why: 'silent',
  at: NOW - 5_000,
  turn: null,
  answer: null,
  quiet: { silent: null, long: null },
}
const long: Nudge = { ...silent, why: 'long' }

function shown(nudge: Nudge, part: Partial<Floor> = { mode: 'free' }, phase?: Phase): Nudge | null {
  const state = { ...hall({ floor: floor(part), phase }), nudges: { [idOf('Riet')]: nudge } }
  return nudgeOf(view(state))
}

describe('a private question', () => {
  it('[S6] is shown to the person alone', () => {
    const state = { ...hall(), nudges: { [idOf('Riet')]: silent } }
    expect(nudgeOf(view(state))).toEqual(silent)
    expect(nudgeOf(view(state, { me: idOf('Joke') }))).toBeNull()
  })

  it('[S6] goes once it is answered, and by itself after a minute on the server clock', () => {
    expect(shown({ ...silent, answer: 'later' })).toBeNull()
    expect(shown({ ...silent, at: NOW - NUDGE_SHOWN_MS + 1 })).not.toBeNull()
    expect(shown({ ...silent, at: NOW - NUDGE_SHOWN_MS })).toBeNull()
  })

  it('[S6] leaves the screen when the organiser turns the questions off', () => {
    const state = { ...hall({ floor: floor({ mode: 'free' }) }), nudges: { [idOf('Riet')]: silent } }
    expect(nudgeOf(view(state))).not.toBeNull()
    expect(nudgeOf(view({ ...state, settings: { ...state.settings, nudgesOn: false } }))).toBeNull()
  })

  it('[S6] [F9] is never shown in a silence, nor on the way to another room', () => {
    expect(shown(silent, { mode: 'free', silence: { until: NOW + 60_000 } })).toBeNull()
    expect(shown(silent, { mode: 'free' }, { name: 'plenary' })).toBeNull()
  })

  it('[S6] goes when what it asks about has passed by itself', () => {
    expect(shown(silent, { queue: hands('Riet') })).toBeNull()
    expect(shown(silent, { turn: turn('Riet') })).toBeNull()
    expect(shown(long, { mode: 'firstCome' })).toBeNull()
    expect(shown({ ...long, turn: 'trn_1' }, { turn: turn('Riet') })).not.toBeNull()
    expect(shown({ ...long, turn: 'trn_0' }, { turn: turn('Riet') })).toBeNull()
  })

  it('[S6] asks about a long turn in the plenary too, and about a silence there never', () => {
    const plenary = floor({ turn: turn('Riet') })
    const at = (nudge: Nudge, hears = plenary) =>
      nudgeOf(
        view(
          { ...hall({ phase: { name: 'plenary' }, plenary: hears }), nudges: { [idOf('Riet')]: nudge } },
          { room: 'plenary' },
        ),
      )
    expect(at({ ...long, turn: 'trn_1' })).not.toBeNull()
    expect(at(silent, floor({ mode: 'free' }))).toBeNull()
  })

  it('[S6] has three answers', () => {
    expect(NUDGE_CHOICES.silent).toEqual(['speak', 'listen', 'later'])
    expect(NUDGE_CHOICES.long).toEqual(['finish', 'point', 'enough'])
  })
})
