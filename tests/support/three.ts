import type { PersonRow } from '../../server/store/store.ts'
import { seat, somebody, type TestHouse } from './house.ts'
import { openLine, type Line } from './line.ts'
import { redeem, type Visitor } from './visitor.ts'

/** Somebody with a link that was pressed and an open line. */
export interface Present {
  row: PersonRow
  visitor: Visitor
  line: Line
}

export interface Three {
  session: string
  saskia: Present
  riet: Present
  mehmet: Present
}

/** An organiser, a resident and a member of the council in a session of their own; the plenary is open. */
export async function threeInPlenary(house: TestHouse): Promise<Three> {
  const { people, session } = await seat(house, [
    somebody('Saskia', 'organiser'),
    somebody('Riet'),
    somebody('Mehmet', 'participant', 'raad'),
  ])
  const present = async (name: string): Promise<Present> => {
    const row = people[name]
    if (!row) throw new Error(`${name} is not there`)
    const visitor = await redeem(house.link(row))
    const line = openLine(visitor)
    await line.next('welcome')
    return { row, visitor, line }
  }
  const three = {
    session,
    saskia: await present('Saskia'),
    riet: await present('Riet'),
    mehmet: await present('Mehmet'),
  }
  await three.saskia.line.command('openPlenary', {})
  return three
}
