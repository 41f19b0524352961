import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { QuietPage } from '../../client/app/shell/QuietPage.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'

afterEach(cleanup)
setLocale('nl')

const page = (title: string) => (
  <QuietPage key={title} title={title}>
    <h1>{title}</h1>
  </QuietPage>
)

test('a page that follows another one is entered at its heading, and seen from its top', () => {
  const { rerender } = render(page('Stap 3'))
  document.documentElement.scrollTop = 300
  rerender(page('U bent er'))
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'U bent er' }))
  expect(document.documentElement.scrollTop).toBe(0)
})
