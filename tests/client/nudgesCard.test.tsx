import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { NudgesCard } from '../../client/app/organise/NudgesCard.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { NOW, session } from './organiseStates.ts'

afterEach(cleanup)
setLocale('nl')

function shown(nudgesOn = true) {
  const run = vi.fn(() => Promise.resolve(true))
  const state = session()
  const settings = { ...state.settings, nudgesOn }
  const view = { state: { ...state, settings }, me: 'ineke', now: NOW, run, show: () => undefined }
  render(<NudgesCard view={view} />)
  return { run, user: userEvent.setup() }
}
const field = (name: RegExp) => screen.getByRole('spinbutton', { name })
const button = (name: string) => screen.getByRole('button', { name })
const isOff = (name: string) => (button(name) as HTMLButtonElement).disabled

test('[S6] sets after how many minutes the questions come', async () => {
  const { run, user } = shown()
  expect(isOff('Bewaar')).toBe(true)
  await user.clear(field(/stilte/))
  await user.type(field(/stilte/), '12')
  await user.clear(field(/praten/))
  await user.type(field(/praten/), '5')
  await user.click(button('Bewaar'))
  expect(run.mock.calls).toEqual([['setNudges', { on: true, silentMs: 720_000, longMs: 300_000 }]])
})

test.each(['', '1', '61', '2.5'])('[S6] "%s" minutes of silence cannot be saved', async (typed) => {
  const { user } = shown()
  await user.clear(field(/stilte/))
  if (typed) await user.type(field(/stilte/), typed)
  expect(isOff('Bewaar')).toBe(true)
})

test('[S6] turns the questions off and on, and keeps the minutes', async () => {
  const { run, user } = shown()
  await user.click(button('Zet de vragen uit'))
  cleanup()
  const off = shown(false)
  expect(screen.queryByRole('spinbutton')).toBeNull()
  expect(screen.getByRole('status').textContent).toBe('De vragen staan uit.')
  await user.click(button('Zet de vragen aan'))
  const minutes = { silentMs: 480_000, longMs: 180_000 }
  expect(run.mock.calls).toEqual([['setNudges', { on: false, ...minutes }]])
  expect(off.run.mock.calls).toEqual([['setNudges', { on: true, ...minutes }]])
})
