import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Button } from '../../client/parts/ui/Button.tsx'

const draw = (isDisabled: boolean) => (
  <>
    <Button isDisabled={isDisabled}>Bewaar</Button>
    <Button>Anders</Button>
  </>
)
const named = (name: string) => screen.getByRole('button', { name })
/** As a browser does with a button that goes off. */
const loseFocus = () =>
  act(() => {
    const passing = document.body.appendChild(document.createElement('input'))
    passing.focus()
    passing.remove()
  })

afterEach(cleanup)

test('a button that waited for its answer has the focus again of whoever pressed it', () => {
  const { rerender } = render(draw(false))
  act(() => named('Bewaar').focus())
  rerender(draw(true))
  loseFocus()
  expect(document.activeElement).toBe(document.body)
  rerender(draw(false))
  expect(document.activeElement).toBe(named('Bewaar'))
})

test('it takes the focus from nobody who is elsewhere by then, nor from who never had it there', () => {
  const { rerender } = render(draw(false))
  act(() => named('Bewaar').focus())
  rerender(draw(true))
  loseFocus()
  act(() => named('Anders').focus())
  rerender(draw(false))
  expect(document.activeElement).toBe(named('Anders'))
  loseFocus()
  rerender(draw(true))
  rerender(draw(false))
  expect(document.activeElement).toBe(document.body)
})
