import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCopyNotices } from '../../client/app/copyNotices.ts'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { receive } from '../../shared/channel/receive.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { ToastRegion } from '../../client/parts/ui/Toast.tsx'
import { clientWith } from './support/client.ts'
import { hall, idOf } from './support/hall.ts'
import { renderWith } from './support/render.tsx'

function Notices() {
  useCopyNotices()
  return <ToastRegion />
}

let client: DialogueClient

setLocale('nl')
beforeEach(() => {
  vi.useFakeTimers()
  client = clientWith({ session: { state: hall(), me: idOf('Els') } })
  renderWith(client, <Notices />)
})
afterEach(() => {
  cleanup()
  client.close()
  vi.useRealTimers()
})

const arrives = (person: string) =>
  act(() => {
    const { store } = client.session
    store.setState(receive(store.getState(), { kind: 'putOut', person }) as object)
  })
const said = () => [...document.querySelectorAll('.dt-toast p')].map((each) => each.textContent)
const OWN = 'Iemand anders deed mee met uw geluid. Die gaat eruit en u komt vanzelf terug.'

test('whose place was taken reads so in one calm sentence, which stays until it is closed', () => {
  act(() => client.media.store.setState({ displaced: {} }))
  expect(said()).toEqual([OWN])
  act(() => vi.advanceTimersByTime(60_000))
  expect(said()).toEqual([OWN])
  act(() => screen.getByRole('button', { name: 'Sluit' }).click())
  expect(said()).toEqual([])
})

test('whoever leads reads whose sound it was, also a second time', () => {
  arrives(idOf('Anna'))
  const words = 'Met het geluid van Anna deed iemand anders mee. Die is eruit gezet.'
  expect(said()).toEqual([words])
  act(() => screen.getByRole('button', { name: 'Sluit' }).click())
  arrives(idOf('Anna'))
  expect(said()).toEqual([words])
  act(() => screen.getByRole('button', { name: 'Sluit' }).click())
})

test('the person reads it as their own', () => {
  arrives(idOf('Els'))
  expect(said()).toEqual([OWN])
})
