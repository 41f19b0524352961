import { setTimeout as pause } from 'node:timers/promises'
import { readTable } from '../../../shared/agreement/document.ts'
import { openLine } from '../../support/line.ts'
import { until } from '../../support/until.ts'
import { writerAt } from '../../support/words.ts'
import { atMost, inWorld, sound, type Row } from '../row.ts'

const WATCH_MS = 60_000

/** A second page of the same person asks before it takes the place over, and takes it once. */
export const tabs: Row = (input) =>
  inWorld(input, {}, async (world, crowd) => {
    const one = crowd.people[0]
    if (!one?.writer) throw new Error('nobody there')
    const asking = openLine(one.visitor)
    await asking.closed
    const stayed = one.live()
    const [table = ''] = [...crowd.agreements].find(([, agreement]) => agreement !== '') ?? []
    const place = one.state().seating?.seats[one.visitor.person] ?? table
    const second = await writerAt({
      visitor: one.visitor,
      table: place,
      agreement: crowd.agreements.get(place) ?? '',
    })
    one.writer.type()
    const both = () =>
      JSON.stringify(readTable(second.doc)) === JSON.stringify(readTable(one.writer?.doc ?? second.doc))
    await until('both pages have the same text', both, 10_000)
    second.stop()

    const taking = openLine(one.visitor, { takeOver: true })
    await taking.next('welcome')
    let changes = 0
    let was = one.live()
    for (const end = performance.now() + WATCH_MS; performance.now() < end; await pause(50)) {
      if (one.live() !== was) changes += 1
      was = one.live()
    }
    const isOut = one.closed() !== null
    await taking.close()
    one.reload()
    await until('the first page is back', () => one.live(), 10_000)
    return [
      {
        what: 'a second page puts nobody out by itself',
        target: 'the first stays',
        measured: stayed ? 'it stayed' : 'it went',
        met: stayed,
      },
      {
        what: 'who is signed off stays off',
        target: 'closed',
        measured: isOut ? 'closed' : 'came back',
        met: isOut,
      },
      atMost('changes of who has the place, in a minute', 1, changes, 'times'),
      await sound(world, crowd),
    ]
  })
