import { describe, expect, it } from 'vitest'
import { columnsAt, columnsInHall, seatsAt } from '../../client/parts/tables/columns.ts'
import { PAGE } from '../../client/parts/tables/tiles.ts'
import { hall, idOf, NETWORKING } from './support/hall.ts'

describe('the tiles of a table', () => {
  it.each([
    [1, 1],
    [4, 2],
    [5, 3],
    [6, 3],
    [7, 4],
    [8, 4],
  ])('stand, with %i seats, %i beside each other', (seats, columns) => {
    expect(columnsAt(seats)).toEqual({ beside: columns, alone: columns })
  })

  it('stand in three rows beside the agreement when there are nine, and in two without it', () => {
    expect(columnsAt(9)).toEqual({ beside: 3, alone: 5 })
  })

  it('follow the seats and whoever leads, not who is in', () => {
    const state = hall()
    expect(seatsAt(state, NETWORKING)).toBe(8)
    const people = Object.values(state.people).map((one) => [one.id, { ...one, left: true }] as const)
    expect(seatsAt({ ...state, people: Object.fromEntries(people) }, NETWORKING)).toBe(8)
    expect(seatsAt({ ...state, attending: { [idOf('Els')]: 'tbl_3' } }, NETWORKING)).toBe(8)
    const seats = { ...state.seating?.seats, [idOf('Noor')]: NETWORKING }
    expect(seatsAt({ ...state, seating: { version: 1, pinned: [], seats } }, NETWORKING)).toBe(8)
  })
})

describe('the tiles of the plenary', () => {
  it('stand six beside each other on a full page, and are larger when there are fewer', () => {
    expect([4, 9, 12, 20, PAGE, 60].map(columnsInHall)).toEqual([2, 3, 4, 5, 6, 6])
  })
})
