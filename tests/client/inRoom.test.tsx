import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { InRoom } from '../../client/app/InRoom.tsx'
import { Room } from '../../client/app/places.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { clientWith } from './support/client.ts'
import { floor, hall, idOf } from './support/hall.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

const drawn = () => document.querySelector('#room-title') !== null

test('sound is begun before the room is drawn, which takes longer', async () => {
  await Room.ahead()
  const client = clientWith({ session: { me: idOf('Riet'), state: hall({ floor: floor({}) }) } })
  const before: boolean[] = []
  vi.spyOn(client.session, 'joinRoom').mockImplementation(() => {
    before.push(drawn())
    return new Promise(() => {})
  })
  await act(async () => {
    renderWith(client, <InRoom choice={{ camera: false, microphone: true }} />)
  })
  await waitFor(() => expect(drawn()).toBe(true))
  expect(before).toEqual([false])
  expect(screen.getAllByRole('main')).toHaveLength(1)
  client.close()
})
