import { describe, expect, test } from 'vitest'
import { replay } from '../../shared/dialogue/apply.ts'
import { project } from '../../shared/dialogue/project.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { fromStored, toStored } from '../../shared/dialogue/storedEvent.ts'
import { harvest, merged, proposed } from './support/harvest.ts'
import { given } from './support/sentence.ts'

type Told = ReturnType<typeof given>

describe('a further session', () => {
  const further = (told: Told) =>
    replay([
      {
        seq: 1,
        at: 0,
        event: fromStored(toStored(continueSession(told.state, { session: 'ses2', startsAt: null }))),
      },
    ])

  test('takes the set over, with its order, its traces and what waits; everybody may read on', () => {
    for (const told of [given(merged), given(proposed)]) {
      const next = further(told)
      expect(next.agreements).toEqual(told.state.agreements)
      expect(next.harvest.merges).toEqual(told.state.harvest.merges)
      expect(Object.keys(project(next, 'Ans').agreements)).toEqual(Object.keys(told.state.agreements))
    }
  })

  test('one that was stored before there was a harvest is read, with the aim of ten and nothing in the set', () => {
    const event = toStored(continueSession(given(harvest).state, { session: 'ses2', startsAt: null }))
    const { harvestAim: _aim, ...settings } = event['settings'] as Record<string, unknown>
    const old = (event['agreements'] as Record<string, unknown>[]).map(
      ({ place: _p, origins: _o, lost: _l, yes: _y, ...rest }) => rest,
    )
    const line = fromStored({ ...event, settings, agreements: old })
    const next = replay([{ seq: 1, at: 0, event: line }])
    expect(next.settings.harvestAim).toBe(10)
    expect(next.agreements['a1']).toMatchObject({ place: null, origins: [], lost: null, yes: [] })
  })
})
