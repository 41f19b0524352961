import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { overviewCards, stragglers } from '../../client/app/organise/overview.ts'
import { PhoneGuests } from '../../client/parts/facilitate/PhoneGuests.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { placeOf } from '../../shared/dialogue/places.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { away, floor, here, person, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

/** Riet is on the telephone at table 2, Joke never opened the link, and Anna is on the way. */
const base = session()
const state = session({
  people: {
    ...base.people,
    riet: { ...person('riet'), phone: true },
    joke: { ...person('joke'), joined: false },
  },
})
const shown = (room: string, now: SessionState) => {
  cleanup()
  const run = () => Promise.resolve(true)
  renderWith(clientWith(), <PhoneGuests room={room} state={now} floor={floor()} me="els" run={run} />)
  return screen.queryByRole('status')?.textContent ?? null
}

test('[V22] whoever leads the table of somebody on the telephone is told to call, at the table they were moved to as well', () => {
  expect(shown('t2', state)).toMatch(/^Nog niet aan de lijn met Riet\? Bel nu/)
  expect(shown('t1', state)).toBeNull()
  const moved = {
    ...state,
    seating: { version: 1, seats: { ...state.seating?.seats, riet: 't1' }, pinned: [] },
  }
  expect(shown('t2', moved)).toBeNull()
  expect(shown('t1', moved)).toMatch(/Riet/)
})

test('[V22] [T5] who has a seat is listed until they have arrived, who is on the telephone is not', () => {
  const place = (id: string) => placeOf(state, id)
  const presence = { anna: away('anna'), mehmet: here('mehmet', 'plenary') }
  const listed = (now: typeof presence) =>
    stragglers(state, now, place).flatMap(({ person: id, why }) =>
      ['riet', 'joke', 'anna', 'mehmet'].includes(id) ? [`${id} ${why}`] : [],
    )
  expect(listed(presence)).toEqual(['anna away', 'mehmet elsewhere', 'joke never'])
  const arrived = { anna: here('anna', 't2'), mehmet: here('mehmet', 't2') }
  expect(listed(arrived)).toEqual(['joke never'])
  expect(overviewCards(state, arrived, null, place)[1]).toMatchObject({ seated: 7, here: 3 })
})
