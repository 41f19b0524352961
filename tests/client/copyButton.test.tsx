import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { CopyButton } from '../../client/app/organise/CopyButton.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'

afterEach(cleanup)
setLocale('nl')

test('a link was copied, until it is another link', async () => {
  const user = userEvent.setup()
  const view = render(<CopyButton text="https://een.example/j/oud" />)
  await user.click(screen.getByRole('button'))
  expect(await navigator.clipboard.readText()).toBe('https://een.example/j/oud')
  expect(screen.getByRole('button').textContent).toBe('Gekopieerd')
  view.rerender(<CopyButton text="https://een.example/j/nieuw" />)
  expect(screen.getByRole('button').textContent).toBe('Kopieer')
})
