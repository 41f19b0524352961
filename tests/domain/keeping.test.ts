import { expect, test } from 'vitest'
import { versionsOwed } from '../../server/live/keeping.ts'
import { atTables, does, given, organiser, system } from './support/sentence.ts'

/** Two agreements at one table, and back in the plenary. */
const adds = (agreement: string) => does('Ans', 'addAgreement', () => ({ table: 't1', agreement }))
const recalled = [organiser('announceRecall'), organiser('finishRecall', { version: 1 })]
const keeps = (agreement: string, keptFor: string) =>
  system('keepVersion', () => ({ table: 't1', agreement, keptFor }))

const owed = async ({ world }: ReturnType<typeof given>) => {
  const read = (types: readonly string[]) =>
    Promise.resolve(world.log.filter(({ event }) => types.includes(event.type)))
  return (await versionsOwed(read, world.state)).map(({ payload }) => payload)
}

const back = () => given(atTables, adds('a1'), adds('a2'), recalled)

test('what nobody kept at a recall is owed, and what was kept is not', async () => {
  expect(await owed(back())).toEqual([
    { table: 't1', agreement: 'a1', keptFor: 'recalled' },
    { table: 't1', agreement: 'a2', keptFor: 'recalled' },
  ])
  expect(await owed(back().when(keeps('a1', 'recalled')))).toMatchObject([{ agreement: 'a2' }])
})

test('at the end it is owed as kept at the end, whatever was kept before', async () => {
  const ended = back().when(keeps('a1', 'recalled'), organiser('endSession'))
  expect(await owed(ended)).toMatchObject([
    { agreement: 'a1', keptFor: 'ended' },
    { agreement: 'a2', keptFor: 'ended' },
  ])
})

test('nothing is owed before the first recall, nor while people are at their tables again and write on', async () => {
  expect(await owed(given(atTables, adds('a1')))).toEqual([])
  const again = back().when(organiser('announceSplit'), organiser('startTables', { version: 2 }))
  expect(again.state.phase.name).toBe('tables')
  expect(await owed(again)).toEqual([])
})
