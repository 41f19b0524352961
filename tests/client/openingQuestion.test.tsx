import { cleanup, screen, within } from '@testing-library/react'
import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { RoomProvider } from '../../client/hooks/useRoom.tsx'
import { questionHere } from '../../client/parts/tables/OpeningQuestion.tsx'
import { Table } from '../../client/parts/tables/Table.tsx'
import { Announcer } from '../../client/parts/ui/Announcer.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { PROGRAMME } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { hall, idOf, NETWORKING, NOW, view } from './support/hall.ts'
import { renderWith } from './support/render.tsx'

let client: DialogueClient | undefined
afterEach(() => {
  cleanup()
  client?.close()
})
setLocale('nl')

const at = (part: string): Pick<SessionState, 'agenda' | 'programme'> => ({
  programme: PROGRAMME,
  agenda: [{ title: null, where: 'tables', startedAt: NOW, endedAt: null, part }],
})
const state = (part: string): SessionState => ({ ...hall(), ...at(part) })

test('each role table has its own question, and the main room and a part without one have none', () => {
  const asked = (room: string, part = 'prt_2') => questionHere(view(state(part), { room }))
  expect(asked(NETWORKING)).toBe('Vanaf welk moment zitten we samen aan tafel?')
  expect(asked('tbl_1')).toBe('Waar moet u altijd op kunnen rekenen?')
  expect(asked('tbl_3')).toBe('')
  expect(asked('plenary')).toBe('')
  expect(asked(NETWORKING, 'prt_1')).toBe('')
  expect(asked(NETWORKING, 'none')).toBe('')
})

test.each(['Riet', 'Noor', 'Els'])(
  'everybody at the table reads it, %s too, and it is said when it is another one',
  (who) => {
    client = clientWith({ session: { me: idOf(who), state: state('prt_2') } })
    renderWith(
      client,
      <RoomProvider room={NETWORKING}>
        <Table />
        <Announcer />
      </RoomProvider>,
    )
    const [polite] = screen.getAllByRole('log')
    if (!polite) throw new Error('nothing is said')
    const said = () =>
      within(polite)
        .getAllByText(/./)
        .map((line) => line.textContent)
    expect(screen.getByText('Vraag om mee te beginnen:').parentElement?.textContent).toBe(
      'Vraag om mee te beginnen: Vanaf welk moment zitten we samen aan tafel?',
    )
    const first = said()
    expect(first.at(-1)).toBe('Vraag om mee te beginnen: Vanaf welk moment zitten we samen aan tafel?')
    act(() => client?.session.store.setState({ state: { ...state('prt_2'), seq: 2 } }))
    expect(said()).toEqual(first)
    act(() => client?.session.store.setState({ state: state('prt_3') }))
    expect(said()).toEqual([...first, 'Vraag om mee te beginnen: Wie mist er?'])
  },
)
