import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCopyNotices } from '../../client/app/copyNotices.ts'
import { useMedia } from '../../client/media/store.ts'
import { receive } from '../../client/session/receive.ts'
import { emptyStore, useSession } from '../../client/session/store.ts'
import { setLocale } from '../../client/ui/text.tsx'
import { ToastRegion } from '../../client/ui/Toast.tsx'
import { hall, idOf } from './support/hall.ts'

function Notices() {
  useCopyNotices()
  return <ToastRegion />
}

setLocale('nl')
beforeEach(() => {
  vi.useFakeTimers()
  useSession.setState({ ...emptyStore, state: hall(), me: idOf('Els') })
  render(<Notices />)
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const arrives = (person: string) =>
  act(() => useSession.setState(receive(useSession.getState(), { kind: 'putOut', person }) as object))
const said = () => [...document.querySelectorAll('.toast p')].map((each) => each.textContent)
const OWN = 'Iemand anders deed mee met uw geluid. Die gaat eruit en u komt vanzelf terug.'

test('whose place was taken reads so in one calm sentence, which stays until it is closed', () => {
  act(() => useMedia.setState({ displaced: {} }))
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
