import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextWords } from '../../client/app/organise/nextWords.ts'
import { readiness } from '../../client/app/organise/ready.ts'
import { splitBoard } from '../../client/app/organise/splitBoard.ts'
import { translate } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { Presence } from '../../shared/protocol.ts'
import { anySteps, run } from '../domain/support/random.ts'
import { away, here, NOW, person, session } from './organiseStates.ts'

/** As the organiser reads it. */
function said(state: SessionState, presence: Record<string, Presence>): string {
  const { text, sub, values } = nextWords(state, presence, NOW)
  return [text, ...sub].map((key) => translate('nl', key, values)).join(' ')
}

const lines = (state: SessionState, present: ReadonlySet<string>) =>
  Object.fromEntries(state.order.map((id) => [id, present.has(id) ? here(id, placeOf(state, id)) : away(id)]))

/** What can be said of people only while they are there. */
const DOING = /\b(wacht|wachten|ziet|zien|zit|zitten|praat|praten|is terug|komt terug)\b/
/** "0 van 4 mensen zitten aan tafel" says that they do not. */
const NOT_DOING = /\b0 van \d+ (mens|mensen) \w+ aan tafel\./g

describe('the sentence that says where the meeting is', () => {
  it('says of nobody who is not there that they wait, see, sit or come: with only the organiser in', () => {
    fc.assert(
      fc.property(anySteps(30), (steps) => {
        for (const { after } of run(steps)) {
          const phones = after.state.order.some((id) => after.state.people[id]?.phone)
          if (phones) continue
          const words = said(after.state, lines(after.state, new Set(['Olga'])))
          expect(words.replace(NOT_DOING, '').replace(/^.*Opent u de zaal.*$/, '')).not.toMatch(DOING)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('never counts more people than there are', () => {
    fc.assert(
      fc.property(anySteps(30), fc.array(fc.nat(), { maxLength: 12 }), (steps, picks) => {
        for (const { after } of run(steps)) {
          const { order, people } = after.state
          const present = new Set(picks.map((pick) => order[pick % order.length] ?? ''))
          const there = order.filter((id) => present.has(id) || people[id]?.phone).length
          const { values } = nextWords(after.state, lines(after.state, present), NOW)
          for (const name of ['others', 'told', 'here']) expect(values[name]).toBeLessThanOrEqual(there)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('says how many wait in the lobby', () => {
    const lobby = session({ phase: { name: 'lobby' } })
    expect(said(lobby, {})).toMatch(/^Er is verder nog niemand binnen\./)
    expect(said(lobby, { anna: here('anna', null) })).toMatch(/^1 mens wacht in de lobby\./)
    expect(said(lobby, { anna: here('anna', null), bram: here('bram', null) })).toMatch(
      /^2 mensen wachten in de lobby\./,
    )
  })

  it('says after a meeting without agreements that there are none', () => {
    expect(said(session({ phase: { name: 'ended' } }), {})).toMatch(/Er zijn geen afspraken gemaakt\.$/)
  })

  it('says during the countdown how many see their table', () => {
    const announced = session({ phase: { name: 'announced', version: 1, deadline: NOW + 5_000 } })
    expect(said(announced, {})).toBe(
      'Over 5 seconden gaan de tafels open. Er is nog niemand om naar tafel te gaan.',
    )
    expect(said(announced, { anna: here('anna', null) })).toMatch(/1 mens ziet nu de eigen tafel\.$/)
  })
})

describe('whether all is ready for a split', () => {
  const els = { ...person('els', 'facilitator', null), joined: false }
  const state = session({ plan: { version: 1, seats: { anna: 't2', joke: 't2', lotte: 't3' }, pinned: [] } })
  const absent = { ...state, people: { ...state.people, els } }

  it('tells who was chosen from who is there', () => {
    const presence = { anna: here('anna', null), joke: away('joke') }
    const found = readiness(absent, presence, splitBoard(absent, absent.plan))
    expect(found.unled).toEqual([3])
    expect(found.leaders).toEqual({ here: 0, all: 1, absent: [{ standing: 'never', names: ['Els'] }] })
    expect(found.people).toEqual({
      here: 1,
      all: 3,
      absent: [{ standing: 'away', names: ['Joke', 'Lotte'] }],
    })
  })

  it('has nothing to say of a facilitator who is in', () => {
    const found = readiness(state, { els: here('els', null) }, splitBoard(state, state.plan))
    expect(found.leaders).toEqual({ here: 1, all: 1, absent: [] })
  })
})
