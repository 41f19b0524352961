import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AgreementEditor } from '../../client/parts/agreement/AgreementEditor.tsx'
import { cursorOf } from '../../client/parts/agreement/editor.ts'
import { SavedState } from '../../client/parts/agreement/SavedState.tsx'
import type { CoWriter } from '../../client/core/texts/store.ts'
import { TitleField } from '../../client/parts/agreement/TitleField.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { bodyOf, readAgreement, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'
import { translate } from './support/translator.ts'

afterEach(cleanup)
setLocale('nl')

function opened() {
  const doc = new Y.Doc()
  writeAgreement(doc, { id: 'agr_1', title: 'Vroeg', text: paragraphs('Een'), why: paragraphs('Daarom') })
  return { doc, open: { doc, awareness: new Awareness(doc) } }
}
const editor = (writers: CoWriter[] = []) => {
  const { doc, open } = opened()
  const view = renderWith(
    clientWith(),
    <main>
      <h1>Tafel 2</h1>
      <AgreementEditor table="tbl_1" open={open} id="agr_1" writers={writers} />
    </main>,
  )
  return { doc, ...view }
}

describe('writing an agreement', () => {
  test('has three fields with a name, and text boxes of more lines', () => {
    editor()
    expect(screen.getByRole('textbox', { name: 'Titel' })).toHaveProperty('value', 'Vroeg')
    const text = screen.getByRole('textbox', { name: 'Tekst van de afspraak' })
    expect(text.getAttribute('aria-multiline')).toBe('true')
    expect(text.textContent).toBe('Een')
    expect(screen.getByRole('textbox', { name: 'Waarom u dit afspreekt' }).textContent).toBe('Daarom')
  })

  test('[V30] a browser that translates the page writes nothing into the agreement', async () => {
    const { doc } = editor()
    const end = translate('replaces')
    expect(screen.getByRole('heading').textContent).toBe('Tafelẋ 2')
    expect(screen.getByRole('textbox', { name: 'Tekst van de afspraak' }).textContent).toBe('Een')
    await waitFor(() => expect(readAgreement(doc, 'agr_1')?.text).toEqual(paragraphs('Een')))
    end()
  })

  test('what is typed in the title is in the document, and what others type is in the title', async () => {
    const { doc } = editor()
    const title = screen.getByRole('textbox', { name: 'Titel' })
    await userEvent.type(title, ' samen')
    expect(readAgreement(doc, 'agr_1').title).toBe('Vroeg samen')
    titleOf(doc, 'agr_1').insert(0, 'Heel ')
    await waitFor(() => expect(title).toHaveProperty('value', 'Heel Vroeg samen'))
  })

  test('[V26] a title that is too long is refused whole, in numbers, and none of it is cut off', async () => {
    const { doc } = editor()
    const title = screen.getByRole('textbox', { name: 'Titel' })
    await userEvent.click(title)
    await userEvent.paste('x'.repeat(200))
    expect(screen.getByText(/205 van 120 tekens/)).toBeTruthy()
    expect(readAgreement(doc, 'agr_1').title).toBe('Vroeg')
    expect(title).toHaveProperty('value', 'Vroeg')
    await userEvent.paste(' samen')
    expect(screen.queryByText(/van 120 tekens/)).toBeNull()
    expect(readAgreement(doc, 'agr_1').title).toBe('Vroeg samen')
  })

  test('[V26] that something is too long is said until the field is left, or others make room in it', async () => {
    const { doc } = editor()
    const text = screen.getByRole('textbox', { name: 'Tekst van de afspraak' })
    const paste = async () => {
      await userEvent.click(text)
      await userEvent.paste('x'.repeat(9_000))
      expect(screen.getByText(/van 8\.000 tekens/)).toBeTruthy()
    }
    await paste()
    fireEvent.blur(text)
    fireEvent.keyUp(document.body)
    await waitFor(() => expect(screen.queryByText(/van 8\.000 tekens/)).toBeNull())
    await paste()
    act(() => bodyOf(doc, 'agr_1', 'text').delete(0, 1))
    await waitFor(() => expect(screen.queryByText(/van 8\.000 tekens/)).toBeNull())
  })

  test('taking back in the title takes back one’s own words only', async () => {
    const { doc } = opened()
    const line = titleOf(doc, 'agr_1')
    render(<TitleField line={line} writers={[]} onFocus={() => undefined} />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Titel' }), '!')
    line.insert(0, 'Heel ')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(readAgreement(doc, 'agr_1').title).toBe('Heel Vroeg')
  })

  test('says who writes in the same field', () => {
    editor([
      { person: 'per_p', name: 'Pieter', agreement: 'agr_1', field: 'text' },
      { person: 'per_j', name: 'Joke', agreement: 'agr_2', field: 'text' },
    ])
    expect(screen.getByText('Pieter schrijft mee')).toBeTruthy()
    expect(screen.queryByText('Joke schrijft mee')).toBeNull()
  })

  test('is clean for axe', async () => {
    const { container } = editor()
    const { violations } = await axe.run(container, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map((violation) => violation.id)).toEqual([])
  })
})

test('a cursor carries a name as words, never as markup', () => {
  const cursor = cursorOf({ name: '<img src=x onerror=alert(1)>', color: '#2a5a9b' })
  expect(cursor.querySelector('img')).toBeNull()
  expect(cursor.textContent).toContain('<img src=x')
})

test('the saved state says in words that nothing was sent yet', () => {
  const { rerender } = render(<SavedState saved="saved" />)
  expect(screen.getByText('Opgeslagen')).toBeTruthy()
  rerender(<SavedState saved="unsent" />)
  expect(screen.getByText('Nog niet verstuurd')).toBeTruthy()
})

test('what could not be sent is not said to be saved while it is on its way at last', () => {
  const { rerender } = render(<SavedState saved="unsent" />)
  rerender(<SavedState saved="saving" />)
  expect(screen.queryByText('Opgeslagen')).toBeNull()
  rerender(<SavedState saved="saved" />)
  expect(screen.getByText('Opgeslagen')).toBeTruthy()
  rerender(<SavedState saved="saving" />)
  expect(screen.getByText('Opgeslagen')).toBeTruthy()
})
