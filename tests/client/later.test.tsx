import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Gone } from '../../client/core/fetchFirst.ts'
import { later } from '../../client/parts/ui/later.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'

afterEach(cleanup)
setLocale('nl')

/** A part whose file does not come in the first `times` times it is asked for. */
function part(times: number) {
  let asked = 0
  const Part = later<{ name: string }>(() => {
    asked += 1
    if (asked <= times) return Promise.reject(new Error('no line'))
    return Promise.resolve(({ name }: { name: string }) => <p>Hier is {name}.</p>)
  })
  const draw = () =>
    act(async () =>
      render(
        <Suspense fallback={null}>
          <Part name="Riet" />
        </Suspense>,
      ),
    )
  return { Part, draw, asked: () => asked }
}

async function again(): Promise<void> {
  const button = await screen.findByRole('button', { name: 'Probeer het opnieuw' })
  await waitFor(() => expect(button).toHaveProperty('disabled', false))
  await act(() => userEvent.click(button))
}

test('a part that comes is fetched once, however often it is drawn', async () => {
  const { draw, asked } = part(0)
  await draw()
  cleanup()
  await draw()
  expect(await screen.findByText('Hier is Riet.')).toBeTruthy()
  expect(asked()).toBe(1)
})

test('a part that was fetched ahead is drawn by the press itself, with no empty moment before it', async () => {
  const { Part } = part(0)
  await Part.ahead()
  let empty = 0
  const Empty = () => void (empty += 1)
  function Page() {
    const [isIn, setIsIn] = useState(false)
    return isIn ? <Part name="Riet" /> : <button onClick={() => setIsIn(true)}>Naar de zaal</button>
  }
  render(
    <Suspense fallback={<Empty />}>
      <Page />
    </Suspense>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('Hier is Riet.')).toBeTruthy()
  expect(empty).toBe(0)
})

test('a part that does not come says so, and tries again by a press', async () => {
  const { draw, asked } = part(2)
  await draw()
  expect((await screen.findByRole('alert')).textContent).toContain('kon niet worden opgehaald')
  expect(screen.getByRole('button', { name: 'Laad het hele scherm opnieuw' })).toBeTruthy()
  await again()
  await again()
  expect(await screen.findByText('Hier is Riet.')).toBeTruthy()
  expect(asked()).toBe(3)
})

test('a part that did not come is fetched anew by whoever draws it next', async () => {
  const { draw } = part(1)
  await draw()
  await screen.findByRole('alert')
  cleanup()
  await draw()
  expect(await screen.findByText('Hier is Riet.')).toBeTruthy()
})

describe('a part whose file went with an update', () => {
  const reload = vi.fn()
  beforeEach(() => {
    sessionStorage.clear()
    reload.mockClear()
    vi.spyOn(location, 'reload').mockImplementation(reload)
  })
  afterEach(() => void vi.restoreAllMocks())

  const draw = async (whole: boolean) => {
    const Part = later(() => Promise.reject(new Gone('went.js')), { whole })
    await act(async () => render(<Part />, { wrapper: Suspense }))
  }

  test('says so, with a button that loads the page anew', async () => {
    await draw(false)
    expect((await screen.findByRole('alert')).textContent).toContain('Er is een nieuwe versie.')
    expect(screen.getAllByRole('button')).toHaveLength(1)
    expect(reload).not.toHaveBeenCalled()
    await act(() => userEvent.click(screen.getByRole('button', { name: 'Laad het hele scherm opnieuw' })))
    expect(reload).toHaveBeenCalledTimes(1)
  })

  test('is loaded anew by itself before a call, and not again when that did not help', async () => {
    await draw(true)
    expect(reload).toHaveBeenCalledTimes(1)
    cleanup()
    await draw(true)
    expect(reload).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button', { name: 'Laad het hele scherm opnieuw' })).toBeTruthy()
  })
})

test('what was tried ahead in vain is fetched anew when it is drawn', async () => {
  const { Part, draw } = part(1)
  await Part.ahead()
  await draw()
  expect(await screen.findByText('Hier is Riet.')).toBeTruthy()
})
