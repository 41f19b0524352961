import { expect, test } from 'vitest'
import { overviewCards, stragglers } from '../../client/app/organise/overview.ts'
import { readiness } from '../../client/app/organise/ready.ts'
import { splitBoard } from '../../client/app/organise/splitBoard.ts'
import { connected, standingOf } from '../../client/core/room/standing.ts'
import { tileOf } from '../../client/parts/tables/tiles.ts'
import { translate } from '../../client/parts/ui/text.tsx'
import { people } from '../../shared/messages/people.ts'
import { allTexts } from '../support/catalogues.ts'
import { away, here, session } from './organiseStates.ts'
import { view } from './support/hall.ts'

/** Whether somebody is there has one word each, on every screen. */
const base = session()
const withRiet = (joined: boolean) => ({
  ...base,
  people: { ...base.people, riet: { ...base.people['riet']!, joined } },
})

test.each([
  ['who never came', false, 'never', 'nog niet binnen'],
  ['who was in and has no line now', true, 'away', 'even weg'],
] as const)(
  '%s is called the same on the tile, in the lists and in the check',
  (_who, joined, standing, word) => {
    const state = withRiet(joined)
    const presence = { anna: here('anna', 't2'), ...(joined ? { riet: away('riet') } : {}) }
    const present = connected(presence)
    expect(standingOf(state, present, 'riet')).toBe(standing)
    expect(translate('nl', `standing.${standing}`)).toBe(word)
    const room = { ...view(state), me: 'anna', room: 't2', present }
    expect(tileOf('riet', room, { presence, typing: [], pictures: [] }).word?.key).toBe(
      `standing.${standing}`,
    )
    const late = stragglers(state, presence, () => 't2').find(({ person }) => person === 'riet')
    expect(late?.why).toBe(standing)
    const missing = readiness(state, presence, splitBoard(state, state.plan)).people.absent
    expect(missing.find((one) => one.standing === standing)?.names).toContain('Riet')
  },
)

test('whoever leads is told by the same words', () => {
  const led = overviewCards(base, { els: away('els') }, null, () => 't2')
  expect(led[1]?.leader.state).toBe('away')
})

test('no list has another word for it', async () => {
  expect(people['list.progress.away'].nl).toBe(translate('nl', 'standing.away'))
  const others = (await allTexts()).filter(({ nl }) =>
    /\b(niet aanwezig|afwezig|offline|weggevallen persoon)\b/i.test(nl),
  )
  expect(others.map(({ key }) => key)).toEqual([])
})
