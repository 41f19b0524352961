import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { LinkPage } from '../../client/app/join/LinkPage.tsx'
import { Announcer } from '../../client/parts/ui/Announcer.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { TextField } from '../../client/parts/ui/TextField.tsx'

afterEach(cleanup)
setLocale('nl')

function Reason({ begins, multiline }: { begins: string; multiline?: boolean }) {
  const [text, setText] = useState(begins)
  return (
    <>
      <TextField label="Reden" multiline={multiline} maxLength={20} value={text} onChange={setText} />
      <Announcer />
    </>
  )
}
const field = () => screen.getByRole<HTMLInputElement>('textbox')
const told = () => document.querySelector('.dt-field-error')?.textContent ?? null

describe.each([false, true])('a field with an end, of more lines: %s', (multiline) => {
  test('takes nothing of what is too long, says so in numbers, and leaves the cursor where it was', async () => {
    render(<Reason begins="Te duur" multiline={multiline} />)
    await userEvent.click(field())
    field().setSelectionRange(3, 3)
    await userEvent.paste('veel en veel en veel ')
    expect(told()).toBe('Dit is te lang: 28 van 20 tekens. Maak de tekst korter.')
    expect(screen.getAllByRole('log')[0]?.textContent).toContain('28 van 20 tekens')
    expect([field().value, field().selectionStart]).toEqual(['Te duur', 3])
    await userEvent.paste('heel ')
    expect([field().value, told()]).toEqual(['Te heel duur', null])
  })

  test('says it no longer when it is left', async () => {
    render(<Reason begins="Te duur voor ons all" multiline={multiline} />)
    await userEvent.type(field(), 'e')
    expect(told()).toBe('Dit is te lang: 21 van 20 tekens. Maak de tekst korter.')
    await userEvent.tab()
    await vi.waitFor(() => expect(told()).toBeNull())
  })

  test('says it until the press that left it is over, so that no button jumps away from under it', async () => {
    render(<Reason begins="Te duur voor ons all" multiline={multiline} />)
    await userEvent.type(field(), 'e')
    const user = userEvent.setup()
    await user.pointer({ keys: '[MouseLeft>]', target: document.body })
    expect(document.activeElement).toBe(document.body)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(told()).not.toBeNull()
    await user.pointer('[/MouseLeft]')
    await vi.waitFor(() => expect(told()).toBeNull())
  })

  test('and is told again when one comes back and writes too much before that', async () => {
    render(<Reason begins="Te duur voor ons all" multiline={multiline} />)
    await userEvent.type(field(), 'e')
    act(() => field().blur())
    act(() => field().focus())
    await userEvent.keyboard('e')
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(told()).toBe('Dit is te lang: 21 van 20 tekens. Maak de tekst korter.')
  })

  test('lets somebody shorten what was too long when they came', async () => {
    render(<Reason begins="Veel te duur voor ons allemaal" multiline={multiline} />)
    await userEvent.type(field(), '{Backspace}')
    expect([field().value, told()]).toEqual(['Veel te duur voor ons allemaa', null])
  })
})

test.each([
  { begins: 'Te duur voor ons all', valid: true },
  { begins: '', valid: false },
])('what was refused keeps no form from being sent when “$begins” may be', async ({ begins, valid }) => {
  render(
    <form>
      <TextField label="Reden" isRequired maxLength={20} value={begins} onChange={() => undefined} />
    </form>,
  )
  await userEvent.click(field())
  await userEvent.paste('veel en veel en veel te duur')
  expect(told()).toContain('van 20 tekens')
  expect(field().checkValidity()).toBe(valid)
  expect(field().getAttribute('aria-invalid')).toBe('true')
})

test('a name that is too long is not cut off on the page of the link', () => {
  const link = {
    role: 'participant' as const,
    title: 'Samen',
    date: null,
    promise: null,
    name: 'Riet',
    canRename: true,
    inUse: false,
    inside: null,
  }
  render(<LinkPage base="" link={link} />)
  const name = screen.getByRole<HTMLInputElement>('textbox')
  fireEvent.change(name, { target: { value: 'Riet '.repeat(20) } })
  expect(told()).toBe('Dit is te lang: 100 van 60 tekens. Maak de tekst korter.')
  expect(name.value).toBe('Riet')
  expect(
    name
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  ).toContain(told())
})
