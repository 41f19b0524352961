import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LinkPage } from '../../client/app/join/LinkPage.tsx'

const link = {
  name: 'Riet',
  title: 'de dialoog',
  role: 'participant',
  date: null,
  promise: null,
  inside: null,
  inUse: false,
  canRename: true,
} as const
const given = navigator.mediaDevices

beforeEach(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true }))
afterEach(() => {
  Object.defineProperty(navigator, 'mediaDevices', { value: given, configurable: true })
  cleanup()
})

test('a browser inside a mail program: where it does work, and the link to go there with', async () => {
  const user = userEvent.setup()
  const copied = vi.spyOn(navigator.clipboard, 'writeText')
  await act(async () => render(<LinkPage base="" link={link} />))
  await screen.findByText(/Open deze pagina in Safari of Chrome/)
  expect(screen.getByRole('textbox', { name: 'Uw link' })).toHaveProperty('value', location.href)
  await user.click(screen.getByRole('button', { name: 'Kopieer de link' }))
  expect(copied).toHaveBeenCalledWith(location.href)
  await screen.findByRole('button', { name: 'Gekopieerd' })
  // whoever stays comes in, to listen and read
  expect(screen.getByRole('button', { name: 'Verder' })).toBeTruthy()
})
