import { act, cleanup } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { RoomProvider } from '../../client/hooks/useRoom.tsx'
import { Dock } from '../../client/parts/floor/Dock.tsx'
import { StateSentence } from '../../client/parts/floor/StateSentence.tsx'
import { TurnTime } from '../../client/parts/floor/TurnClock.tsx'
import { Notices } from '../../client/parts/tables/Notices.tsx'
import { Table } from '../../client/parts/tables/Table.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { Floor } from '../../shared/dialogue/model.ts'
import { clientWith } from './support/client.ts'
import { floor, hall, hand, hands, idOf, NETWORKING, NOW, turn } from './support/hall.ts'
import { renderWith } from './support/render.tsx'

/** Which parts of the table React drew again, since last asked. */
let drawn: string[] = []
let client: DialogueClient

const Part = ({ id, children }: { id: string; children: ReactNode }) => (
  <Profiler id={id} onRender={(name) => drawn.push(name)}>
    {children}
  </Profiler>
)

beforeEach(() => {
  vi.useFakeTimers({ now: NOW })
  setLocale('nl')
})
afterEach(() => {
  cleanup()
  client.close()
  vi.useRealTimers()
})

/** The table of eight as Riet sees it; answers what is drawn again with each of the coming seconds. */
function eachSecond(at: Partial<Floor>): () => string[] {
  const state = hall({ floor: floor(at) })
  client = clientWith({
    session: { state, me: idOf('Riet') },
    media: { status: 'on', room: NETWORKING },
  })
  renderWith(
    client,
    <RoomProvider room={NETWORKING}>
      <Part id="sentence">
        <StateSentence />
      </Part>
      <Part id="clock">
        <TurnTime />
      </Part>
      <Part id="notices">
        <Notices />
      </Part>
      <Part id="talk">
        <Table />
      </Part>
      <Part id="dock">
        <Dock />
      </Part>
    </RoomProvider>,
  )
  expect(document.querySelectorAll('.dt-tile')).toHaveLength(8)
  // a little past the server's whole second, when the clocks tick
  act(() => vi.advanceTimersByTime(10))
  return () => {
    drawn = []
    act(() => vi.advanceTimersByTime(1_000))
    return drawn
  }
}

test('a second in a turn draws the clock of the turn, and nothing else of the table', () => {
  const second = eachSecond({ turn: turn('Anna'), queue: hands('Joke', 'Riet') })
  for (let tick = 0; tick < 5; tick += 1) expect(second()).toEqual(['clock'])
})

test('where nothing is counted a second draws nothing', () => {
  const second = eachSecond({ mode: 'free' })
  for (let tick = 0; tick < 5; tick += 1) expect(second()).toEqual([])
})

test('[F4] the seconds in which a lowered hand may go up again are counted in the dock', () => {
  const second = eachSecond({ lowered: [{ hand: hand('Riet'), behind: [], until: NOW + 8_500 }] })
  expect(second()).toEqual(['dock'])
})

test('a message that changes nothing that is shown draws nothing', () => {
  eachSecond({ turn: turn('Anna') })
  drawn = []
  act(() => client.session.store.setState({ meter: { own: null, rooms: [], gaps: [], incomplete: [] } }))
  act(() => client.session.store.setState({ speaking: { [NETWORKING]: [idOf('Anna')] } }))
  expect(drawn).toEqual([])
})
