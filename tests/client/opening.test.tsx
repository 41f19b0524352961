import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { fetched } from '../../client/core/fetched.ts'
import { Gone } from '../../client/core/fetchFirst.ts'
import { Button } from '../../client/parts/ui/Button.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { ToastRegion } from '../../client/parts/ui/Toast.tsx'
import { useOpening, type Over } from '../../client/parts/ui/useOpening.ts'

afterEach(cleanup)
setLocale('nl')

/** A button that opens something, of which the file is there or away. */
function draw(there = true, why = new Error('no line')) {
  let asked = 0
  let away = !there
  const load = fetched(() => {
    asked += 1
    if (away) return Promise.reject(why)
    return Promise.resolve(({ isOpen }: Over) => (isOpen ? <p>Hier is het.</p> : null))
  })
  function Opener() {
    const { Part, open, over, ahead } = useOpening(load)
    return (
      <>
        <Button {...ahead} aria-expanded={over.isOpen} onPress={open}>
          Open
        </Button>
        {Part ? <Part {...over} /> : null}
        <ToastRegion />
      </>
    )
  }
  render(<Opener />)
  return { asked: () => asked, back: () => (away = false) }
}

const button = () => screen.getByRole('button', { name: 'Open' })
const press = () => act(() => userEvent.click(button()))

test('a press fetches what it opens, once', async () => {
  const { asked } = draw()
  expect(asked()).toBe(0)
  await press()
  expect(screen.getByText('Hier is het.')).toBeTruthy()
  expect(button().getAttribute('aria-expanded')).toBe('true')
  await press()
  expect(asked()).toBe(1)
})

test('what could not be fetched is said, and the next press opens it', async () => {
  const { back } = draw(false)
  await press()
  expect(screen.getByRole('region', { name: 'Berichten' }).textContent).toContain('kon niet worden geopend')
  back()
  await press()
  expect(screen.getByText('Hier is het.')).toBeTruthy()
})

test('what went with an update says so when it is pressed, with a button that loads the page anew', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  draw(false, new Gone('went.js'))
  await press()
  expect(screen.getByRole('region', { name: 'Berichten' }).textContent).toContain('Er is een nieuwe versie.')
  await act(() => userEvent.click(screen.getByRole('button', { name: 'Laad het hele scherm opnieuw' })))
  expect(reload).toHaveBeenCalledTimes(1)
  reload.mockRestore()
})

test('whoever comes to the button with the keyboard has it fetched ahead, and it does not open by itself', async () => {
  const { asked } = draw()
  await act(() => userEvent.tab())
  expect(asked()).toBe(1)
  expect(screen.queryByText('Hier is het.')).toBeNull()
})
