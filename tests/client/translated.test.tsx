import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withstandTranslation } from '../../client/core/translated.ts'
import { translate } from './support/translator.ts'

let ends: (() => void)[] = []
beforeEach(() => void (ends = [withstandTranslation()]))
afterEach(() => {
  for (const end of ends.toReversed()) end()
  cleanup()
})

const translatedBy = (way: Parameters<typeof translate>[0]) => ends.push(translate(way))

/** Text beside text, text that comes and goes, an element before a text, and a sentence of its own. */
function Screen({ place, waits, last }: { place: number; waits: boolean; last: boolean }) {
  return (
    <main>
      <p data-testid="place">
        U bent nummer {place} in de rij.{last ? ' U bent de laatste.' : null}
      </p>
      <p data-testid="note">
        {waits ? <b>Wacht even.</b> : null}
        Straks {waits ? 'later' : <i>nu</i>}
      </p>
      <p data-testid="sentence">{waits ? 'Joke praat.' : 'Willem praat.'}</p>
      {last ? 'Los in de pagina' : null}
    </main>
  )
}
const text = (id: string) => screen.getByTestId(id).textContent

describe.each(['replaces', 'wraps'] as const)('[V30] a page whose texts a translator %s', (way) => {
  const inWords = (dutch: string) =>
    way === 'replaces' ? dutch.replace(/\p{L}+/gu, (word) => `${word}ẋ`) : dutch

  it('goes on, and what is translated follows what is so', async () => {
    const { rerender, container } = render(<Screen place={3} waits last />)
    translatedBy(way)
    expect(text('place')).toBe(inWords('U bent nummer 3 in de rij. U bent de laatste.'))
    rerender(<Screen place={2} waits={false} last={false} />)
    await waitFor(() => expect(text('place')).toBe(inWords('U bent nummer 2 in de rij.')))
    expect(text('note')).toBe(inWords('Straks nu'))
    expect(text('sentence')).toBe(inWords('Willem praat.'))
    rerender(<Screen place={1} waits last />)
    await waitFor(() => expect(text('note')).toBe(inWords('Wacht even.Straks later')))
    expect(text('place')).toBe(inWords('U bent nummer 1 in de rij. U bent de laatste.'))
    expect(container.textContent).toContain(inWords('Los in de pagina'))
    rerender(<Screen place={1} waits={false} last={false} />)
    await waitFor(() => expect(container.textContent).not.toContain(inWords('Los in de pagina')))
  })

  it('leaves nothing behind when a part goes', () => {
    const { rerender, container } = render(<Screen place={3} waits last />)
    translatedBy(way)
    rerender(<></>)
    expect(container.textContent).toBe('')
  })
})

it('[V30] the original words come back when the browser shows them again', async () => {
  const { rerender } = render(<Screen place={3} waits last />)
  const place = screen.getByTestId('place')
  const [first] = place.childNodes as unknown as [Text]
  const font = document.createElement('font')
  font.textContent = 'Jesteś numerem '
  first.replaceWith(font)
  await Promise.resolve()
  font.replaceWith(first)
  await Promise.resolve()
  rerender(<Screen place={4} waits last />)
  expect(text('place')).toBe('U bent nummer 4 in de rij. U bent de laatste.')
})

it('[V30] what somebody else took out of the page is not missed', () => {
  const { rerender, container } = render(<Screen place={3} waits last />)
  container.querySelector('b')?.remove()
  rerender(<Screen place={3} waits={false} last={false} />)
  expect(text('note')).toBe('Straks nu')
})
