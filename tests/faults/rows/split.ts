import { setTimeout as pause } from 'node:timers/promises'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { until } from '../../support/until.ts'
import { must, type Crowd } from '../crowd.ts'
import type { Person } from '../person.ts'
import { atMost, inWorld, percentile, sound, type Found, type Row, type RowInput } from '../row.ts'

const seatOf = (crowd: Crowd, one: Person) => crowd.organiser.state().seating?.seats[one.visitor.person]
const isSeated = (crowd: Crowd, one: Person): boolean =>
  one.live() && placeOf(one.state(), one.visitor.person) === seatOf(crowd, one)

const right = (people: readonly Person[], crowd: Crowd): Found => {
  const seated = people.filter((one) => isSeated(crowd, one)).length
  return {
    what: 'at the table they were given',
    target: `${people.length} of ${people.length}`,
    measured: `${seated} of ${people.length}`,
    met: seated === people.length,
  }
}

/** A page loaded again in every phase of a split. */
export const reload: Row = (input) =>
  inWorld(input, { together: true }, async (world, crowd) => {
    const { organiser, people } = crowd
    const times: number[] = []
    const some = (phase: number) => people.filter((_, at) => at % 4 === phase)
    const again = async (phase: number) => {
      for (const one of some(phase)) one.reload()
      const began = performance.now()
      await until('back', () => some(phase).every((one) => one.live()), 20_000)
      times.push(performance.now() - began)
    }
    await again(0)
    await must(organiser, 'spreadEvenly', {})
    await must(organiser, 'announceSplit', { ms: 3_000 })
    await again(1)
    await until('it begins', () => organiser.state().phase.name === 'tables', 20_000)
    await again(2)
    await until('all are seated', () => people.every((one) => isSeated(crowd, one)), 20_000)
    await again(3)
    return [
      right(people, crowd),
      atMost('back after a reload, worst', 5_000, percentile(times, 100), 'ms'),
      await sound(world, crowd),
    ]
  })

/** Everybody is split while one of ten comes and goes, and the organiser splits and gathers again meanwhile. */
export const splitting: Row = (input) =>
  inWorld(input, { together: true, ownRoad: (at) => at % 10 === 0 }, async (world, crowd) => {
    const away = crowd.people.filter(({ road }) => road !== null)
    const times: number[] = []
    for (let round = 0; round < input.rounds; round++) times.push(...(await splitOnce(input, crowd, away)))
    return [
      right(crowd.people, crowd),
      atMost('at the right table after the line came back, 99 %', 10_000, percentile(times, 99), 'ms'),
      atMost('the same, worst', 15_000, percentile(times, 100), 'ms'),
      await sound(world, crowd),
    ]
  })

/** Each who was away: from when their line was back until they were where they belong. */
async function splitOnce(input: RowInput, crowd: Crowd, away: readonly Person[]): Promise<number[]> {
  const { organiser } = crowd
  if (organiser.state().phase.name !== 'plenary') {
    await must(organiser, 'announceRecall', { ms: 1_000 })
    await until('everybody is back together', () => organiser.state().phase.name === 'plenary', 20_000)
  }
  await must(organiser, 'spreadEvenly', {})
  const coming = away.map(async ({ road }) => {
    road?.silence()
    await pause(input.chance(20_000))
    road?.open()
    return performance.now()
  })
  await must(organiser, 'announceSplit', { ms: 2_000 })
  await until('it begins', () => organiser.state().phase.name === 'tables', 20_000)
  return Promise.all(
    away.map(async (one, at) => {
      const back = await coming[at]
      await until(`${one.row.name} is seated`, () => isSeated(crowd, one), 60_000)
      return performance.now() - (back ?? 0)
    }),
  )
}

/** The organiser's page is gone while a split is on its way: it goes on, and who comes back is still the organiser. */
export const leaderGone: Row = (input) =>
  inWorld(input, { together: true }, async (world, crowd) => {
    const { organiser, people } = crowd
    await must(organiser, 'spreadEvenly', {})
    await must(organiser, 'announceSplit', { ms: 3_000 })
    organiser.session.close()
    const [first] = people
    if (!first) throw new Error('nobody there')
    const began = performance.now()
    await until('it goes on', () => first.state().phase.name === 'tables', 30_000)
    const lateMs = performance.now() - began - 3_000
    organiser.reload()
    await until('back', () => organiser.live(), 10_000)
    const leads = await organiser.send('announce', { text: 'We gaan door.' })
    const raised = await first.send('announce', { text: 'Ik ben de baas.' })
    return [
      atMost('the split began so much later than announced', 1_000, Math.max(0, lateMs), 'ms'),
      {
        what: 'the role stayed with its person, and nobody got it',
        target: 'organiser yes, participant no',
        measured: `organiser ${leads.ok ? 'yes' : 'no'}, participant ${raised.ok ? 'yes' : 'no'}`,
        met: leads.ok && !raised.ok,
      },
      right(people, crowd),
      await sound(world, crowd),
    ]
  })
