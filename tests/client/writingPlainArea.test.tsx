import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AgreementEditor } from '../../client/parts/agreement/AgreementEditor.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { bodyOf, readAgreement, writeAgreement } from '../../shared/agreement/document.ts'
import { plain, type RichText } from '../../shared/agreement/richText.ts'
import { checkDocument } from '../../shared/agreement/shape.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
beforeEach(() => localStorage.setItem('dt.plainText', 'yes'))
setLocale('nl')

const words = (text: string) => [{ text, marks: [] }]
const RICH: RichText = [
  {
    kind: 'paragraph',
    spans: [
      { text: 'Samen ', marks: [] },
      { text: 'vroeg', marks: ['strong'] },
    ],
  },
  { kind: 'bullets', items: [words('luisteren'), words('schrijven')] },
  { kind: 'paragraph', spans: words('Klaar') },
]

/** The field of this person as plain text, and the document as somebody else has it. */
function editor() {
  const [doc, theirs] = [new Y.Doc(), new Y.Doc()]
  writeAgreement(doc, { id: 'agr_1', text: RICH })
  doc.on('update', (update: Uint8Array) => Y.applyUpdate(theirs, update, doc))
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  theirs.on('update', (update: Uint8Array, origin) => origin !== doc && Y.applyUpdate(doc, update))
  const open = { doc, awareness: new Awareness(doc) }
  renderWith(clientWith(), <AgreementEditor table="tbl_1" open={open} id="agr_1" writers={[]} />)
  return {
    theirs,
    text: () => readAgreement(theirs, 'agr_1').text,
    fault: () => checkDocument(doc, new Set(['agr_1'])),
  }
}
const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Tekst van de afspraak' })

async function typeAt(where: string, keys: string): Promise<void> {
  const at = area().value.indexOf(where) + where.length
  await userEvent.type(area(), keys, { initialSelectionStart: at, initialSelectionEnd: at })
}

test('shows paragraphs and items as lines, and there are no buttons', () => {
  editor()
  expect(area().tagName).toBe('TEXTAREA')
  expect(area().value).toBe('Samen vroeg\n- luisteren\n- schrijven\nKlaar')
  expect(screen.queryByRole('toolbar')).toBeNull()
})

test('what is written in one line leaves lists and marks elsewhere, and in that line', async () => {
  const { text, fault } = editor()
  await typeAt('Klaar', ' dus')
  await typeAt('Samen', ' heel')
  expect(text()).toEqual([
    {
      kind: 'paragraph',
      spans: [
        { text: 'Samen heel ', marks: [] },
        { text: 'vroeg', marks: ['strong'] },
      ],
    },
    RICH[1],
    { kind: 'paragraph', spans: words('Klaar dus') },
  ])
  expect(fault()).toBeNull()
})

test('Enter in a list begins an item, with the cursor behind its sign, and once more ends the list', async () => {
  const { text } = editor()
  await typeAt('schrijven', '{Enter}lezen')
  expect(plain(text())).toBe('Samen vroeg\n\n- luisteren\n- schrijven\n- lezen\n\nKlaar')
  await typeAt('lezen', '{Enter}{Enter}Dan')
  expect(plain(text())).toBe('Samen vroeg\n\n- luisteren\n- schrijven\n- lezen\n\nDan\n\nKlaar')
})

test('where somebody else writes stays where it was, and what they write comes in beside one’s own cursor', async () => {
  const { theirs } = editor()
  const item = bodyOf(theirs, 'agr_1', 'text').get(1)
  const line = [...(item as Y.XmlElement).createTreeWalker((one) => one instanceof Y.XmlText)][1] as Y.XmlText
  const cursor = Y.createRelativePositionFromTypeIndex(line, 4)
  await typeAt('luisteren', '{Enter}samen')
  expect(Y.createAbsolutePositionFromRelativePosition(cursor, theirs)).toMatchObject({ type: line, index: 4 })
  act(() => line.insert(4, 'EN'))
  await waitFor(() => expect(area().value).toContain('schrENijven'))
  await userEvent.keyboard('!')
  expect(area().value).toBe('Samen vroeg\n- luisteren\n- samen!\n- schrENijven\nKlaar')
})

test('taking back takes back one’s own words only', async () => {
  const { theirs, text } = editor()
  await typeAt('Klaar', '!')
  const first = bodyOf(theirs, 'agr_1', 'text').get(0) as Y.XmlElement
  act(() => (first.get(0) as Y.XmlText).insert(0, 'Dus: '))
  await userEvent.type(area(), '{Control>}z{/Control}')
  expect(plain(text())).toBe('Dus: Samen vroeg\n\n- luisteren\n- schrijven\n\nKlaar')
})

test('[V26] what does not fit is said in numbers, and what stood there stands', () => {
  const { text } = editor()
  const before = plain(text())
  fireEvent.change(area(), { target: { value: 'x'.repeat(10_412) } })
  expect(screen.getByText(/10\.412 van 8\.000 tekens/)).toBeTruthy()
  expect(plain(text())).toBe(before)
  expect(area().value).toContain('luisteren')
})

test('is a choice that stays on the device, and what was written can be taken back after it', async () => {
  localStorage.removeItem('dt.plainText')
  const { text } = editor()
  const button = screen.getByRole('button', { name: 'Gewone tekst' })
  expect(button.getAttribute('aria-pressed')).toBe('false')
  await userEvent.click(screen.getAllByRole('button', { name: 'Lijst' })[0] ?? button)
  await userEvent.click(button)
  expect(localStorage.getItem('dt.plainText')).toBe('yes')
  expect(area().value).toBe('- Samen vroeg\n- luisteren\n- schrijven\nKlaar')
  await userEvent.type(area(), '{Control>}z{/Control}')
  expect(text()).toEqual(RICH)
  await userEvent.click(button)
  expect(screen.getAllByRole('toolbar')).toHaveLength(2)
})
