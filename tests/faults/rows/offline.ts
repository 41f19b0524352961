import { setTimeout as pause } from 'node:timers/promises'
import { placeOf } from '../../../shared/dialogue/places.ts'
import { until } from '../../support/until.ts'
import { must } from '../crowd.ts'
import { atMost, inWorld, percentile, sound, type Found, type Row } from '../row.ts'

/** One of ten is offline for so long: the hand, the place and what was written meanwhile are there afterwards. */
const offline =
  (awayMs: number, backWithinMs: number): Row =>
  (input) =>
    inWorld(input, { ownRoad: (at) => at % 10 === 0 }, async (world, crowd) => {
      const away = crowd.people.filter(({ road }) => road !== null)
      const place = new Map(away.map((one) => [one, placeOf(one.state(), one.visitor.person)]))
      for (const one of away) await must(one, 'raiseHand', { room: place.get(one) ?? '' })
      await pause(1_000)
      for (const { road } of away) road?.silence()
      for (let ms = 0; ms < awayMs; ms += 500) {
        for (const one of away) one.writer?.type()
        await pause(500)
      }
      const back = performance.now()
      for (const { road } of away) road?.open()
      const times = await Promise.all(
        away.map(async (one) => {
          const { writer } = one
          await until(
            `${one.row.name} is back`,
            () => one.live() && writer && writer.acknowledged >= writer.typed,
            60_000,
          )
          return performance.now() - back
        }),
      )
      const hands = away.filter((one) => {
        const room = place.get(one) ?? ''
        return crowd.organiser.state().floors[room]?.queue.some(({ person }) => person === one.visitor.person)
      }).length
      const places = away.filter((one) => placeOf(one.state(), one.visitor.person) === place.get(one)).length
      const kept: Found = {
        what: 'place and hand kept',
        target: `${away.length} of ${away.length}`,
        measured: `${places} places, ${hands} hands of ${away.length}`,
        met: places === away.length && hands === away.length,
      }
      return [
        kept,
        atMost(
          `back after ${awayMs / 1_000} s and all written stored, worst`,
          backWithinMs,
          percentile(times, 100),
          'ms',
        ),
        await sound(world, crowd),
      ]
    })

export const offline5 = offline(5_000, 5_000)
export const offline30 = offline(30_000, 10_000)
export const offline120 = offline(120_000, 10_000)
