import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { RoundAgain } from '../../client/parts/facilitate/RoundNotes.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'

afterEach(cleanup)
setLocale('nl')

const press = (name: string) => userEvent.setup().click(screen.getByRole('button', { name }))

test('[F6] "Rondje opnieuw" asks first, and is then one command', async () => {
  const run = vi.fn(() => Promise.resolve(true))
  render(<RoundAgain room="t2" run={run} />)
  await press('Rondje opnieuw')
  expect(run).not.toHaveBeenCalled()
  await press('Begin opnieuw')
  expect(run.mock.calls).toEqual([['restartRound', { room: 't2' }]])
  expect(screen.queryByRole('dialog')).toBeNull()
})
