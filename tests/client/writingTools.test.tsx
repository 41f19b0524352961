import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { AgreementEditor } from '../../client/parts/agreement/AgreementEditor.tsx'
// fetched when it is wanted: here it is there at once
import '../../client/parts/agreement/writing/LinkDialog.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { readAgreement, writeAgreement } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

function editor() {
  const doc = new Y.Doc()
  writeAgreement(doc, { id: 'agr_1', title: 'Vroeg', text: paragraphs('Een', 'Twee') })
  const open = { doc, awareness: new Awareness(doc) }
  const { container } = renderWith(
    clientWith(),
    <AgreementEditor table="tbl_1" open={open} id="agr_1" writers={[]} />,
  )
  return { container, text: () => readAgreement(doc, 'agr_1').text }
}
const tools = (field = 'Tekst') => screen.getByRole('toolbar', { name: `Opmaak: ${field}` })
const tool = (name: string) => within(tools()).getByRole('button', { name })
const paper = () => screen.getByRole('textbox', { name: 'Tekst van de afspraak' })
const key = (name: string, more: object = {}) => fireEvent.keyDown(paper(), { key: name, ...more })
/** What this opens is fetched meanwhile. */
const opens = (by: () => unknown) => act(async () => void by())
const ctrl = { ctrlKey: true }

test('each field has its own buttons, with a name and whether they are pressed', () => {
  editor()
  expect(screen.getAllByRole('toolbar').map((one) => one.getAttribute('aria-label'))).toEqual([
    'Opmaak: Tekst',
    'Opmaak: Waarom',
  ])
  const names = within(tools())
    .getAllByRole('button')
    .map((one) => [one.textContent, one.getAttribute('aria-pressed')])
  expect(names).toEqual([
    ['Vet', 'false'],
    ['Schuin', 'false'],
    ['Lijst', 'false'],
    ['Nummers', 'false'],
    ['Link', 'false'],
    ['Ongedaan', null],
  ])
})

test('a button does it and says so, and pressed again it does not', async () => {
  const { text } = editor()
  await userEvent.click(tool('Lijst'))
  expect(text()).toMatchObject([{ kind: 'bullets' }, { kind: 'paragraph' }])
  expect(tool('Lijst').getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(tool('Nummers'))
  expect(text()).toMatchObject([{ kind: 'numbers' }, { kind: 'paragraph' }])
  await userEvent.click(tool('Nummers'))
  expect(text()).toEqual(paragraphs('Een', 'Twee'))
  await userEvent.click(tool('Vet'))
  expect(tool('Vet').getAttribute('aria-pressed')).toBe('true')
  expect(tool('Schuin').getAttribute('aria-pressed')).toBe('false')
})

test('the keyboard comes to them by one stop, goes along them with the arrows and stays there', async () => {
  const { text } = editor()
  screen.getByRole('textbox', { name: 'Titel' }).focus()
  await userEvent.tab()
  expect(document.activeElement).toBe(tool('Vet'))
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  expect(document.activeElement).toBe(tool('Lijst'))
  await userEvent.keyboard('{Enter}')
  expect(text()).toMatchObject([{ kind: 'bullets' }, { kind: 'paragraph' }])
  expect(document.activeElement).toBe(tool('Lijst'))
  await userEvent.tab()
  expect(document.activeElement).toBe(paper())
})

test('the same by keys in the text, and taken back', () => {
  const { text } = editor()
  key('b', ctrl)
  key('i', ctrl)
  expect(['Vet', 'Schuin'].map((name) => tool(name).getAttribute('aria-pressed'))).toEqual(['true', 'true'])
  key('&', { ...ctrl, shiftKey: true, keyCode: 55 })
  expect(text()[0]?.kind).toBe('numbers')
  key('*', { ...ctrl, shiftKey: true, keyCode: 56 })
  expect(text()[0]?.kind).toBe('bullets')
  key('z', ctrl)
  expect(text()).toEqual(paragraphs('Een', 'Twee'))
})

test('a link is asked for in a dialog, which refuses what is none with a sentence', async () => {
  const { text } = editor()
  await opens(() => fireEvent.click(tool('Link')))
  const dialog = screen.getByRole('dialog', { name: 'Link' })
  const address = within(dialog).getByRole('textbox', { name: 'Adres' })
  await userEvent.type(address, 'javascript:alert(1)')
  await userEvent.click(within(dialog).getByRole('button', { name: 'Maak de link' }))
  expect(within(dialog).getByText(/Dit adres kan niet/)).toBeTruthy()
  expect(address.getAttribute('aria-invalid')).toBe('true')
  await userEvent.clear(address)
  await userEvent.type(address, 'dialoog.example{Enter}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(text()[0]).toMatchObject({
    spans: [{ marks: [{ link: 'https://dialoog.example' }] }, { text: 'Een' }],
  })
})

test('a link in which the cursor stands is shown in the dialog, and can be taken away there', async () => {
  const { text } = editor()
  await opens(() => key('k', ctrl))
  await userEvent.type(screen.getByRole('textbox', { name: 'Adres' }), 'a.example{Enter}')
  expect(tool('Link').getAttribute('aria-pressed')).toBe('true')
  await opens(() => key('k', ctrl))
  expect(screen.getByRole('textbox', { name: 'Adres' })).toHaveProperty('value', 'https://a.example')
  await userEvent.click(screen.getByRole('button', { name: 'Haal de link weg' }))
  expect(text()[0]).toMatchObject({ spans: [{ text: 'https://a.exampleEen', marks: [] }] })
})

test('the buttons and the dialog are clean for axe', async () => {
  editor()
  const clean = async () => {
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map((violation) => violation.id)).toEqual([])
  }
  await clean()
  await opens(() => fireEvent.click(tool('Link')))
  await clean()
})
