import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Links } from '../../client/app/organise/Links.tsx'
import type { OrganiserView } from '../../client/app/organise/view.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { answering } from './support/invited.ts'
import { FROM, linkRow, mailed } from './support/mailed.ts'
import { renderWith } from './support/render.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

const ROWS = [
  linkRow('Ineke', { role: 'organiser', group: null, opened: true }),
  linkRow('Riet', { opened: true }),
  linkRow('Anna'),
  linkRow('Mehmet'),
  linkRow('Joke'),
  linkRow('Lotte'),
]
const SENT = { state: 'sent', at: 1_800_000_000_000 } as const
const PEOPLE = [
  mailed('riet', { invitation: SENT }),
  mailed('anna', { invitation: SENT }),
  mailed('mehmet', { bounced: true, invitation: { state: 'refused', at: 1 } }),
  mailed('joke', { noMail: true }),
]

const open = () => {
  const view = { state: session(), me: 'ineke' } as OrganiserView
  renderWith(clientWith(), <Links view={view} />)
  return userEvent.setup()
}
const lineOf = (name: string) =>
  screen.getAllByRole('listitem').find((line) => line.querySelector('strong')?.textContent === name)
const choose = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(screen.getByRole('button', { name: /Wie nodigt u uit/ }))
  await user.click(screen.getByRole('option', { name }))
}

const more = async (user: ReturnType<typeof userEvent.setup>, name: string, action: string) => {
  await user.click(screen.getByRole('button', { name: `Meer over ${name}` }))
  await user.click(await screen.findByRole('menuitem', { name: action }))
}

test('beside each name stands how far the invitation got', async () => {
  answering(ROWS, { from: FROM, people: PEOPLE })
  open()
  await screen.findByText(/mail kwam terug/)
  const words = (name: string) => lineOf(name)?.querySelector('.dt-desk-note')?.textContent
  expect(words('Riet')).toBe('inwoner, is geopend')
  expect(words('Anna')).toMatch(/^inwoner, gemaild op vrijdag 15 januari$/)
  expect(words('Mehmet')).toBe('inwoner, mail kwam terug')
  expect(words('Joke')).toBe('inwoner, wil geen mail')
  expect(words('Lotte')).toBe('inwoner, geen e-mailadres')
})

test('only whoever has an address that works is mailed, after a second press; the others are said to need a letter', async () => {
  const sent = answering(ROWS, { from: FROM, people: PEOPLE })
  const user = open()
  await screen.findByText(/mail kwam terug/)
  await choose(user, 'Iedereen')
  screen.getByText(/^3 mensen hebben geen adres dat werkt/)
  await user.click(screen.getByRole('button', { name: 'Mail 2 mensen' }))
  const dialog = await screen.findByRole('dialog')
  expect(sent).toEqual([])
  within(dialog).getByText(new RegExp(`De mail komt van ${FROM}`))
  await user.click(within(dialog).getByRole('button', { name: 'Mail 2 mensen' }))
  await screen.findByText('2 mails gaan weg.')
  expect(sent).toEqual([['POST mail', { people: ['riet', 'anna'] }]])
})

/** Whose letters this button makes; they are in the form, never in the address. */
function lettersFor(name: string): string[] {
  const form = screen.getByRole('button', { name }).closest('form')
  if (!form) throw new Error('the button is in no form')
  expect([form.method, form.action.includes('people')]).toEqual(['post', false])
  return String(new FormData(form).get('people')).split(',')
}

test('again to whoever has not opened the link, or to those who are ticked', async () => {
  const sent = answering(ROWS, { from: FROM, people: PEOPLE })
  const user = open()
  await screen.findByText(/mail kwam terug/)
  await choose(user, 'Wie de link nog niet opende')
  screen.getByRole('button', { name: 'Mail 1 mens' })
  expect(lettersFor('Maak 4 brieven')).toEqual(['anna', 'mehmet', 'joke', 'lotte'])
  await choose(user, 'Wie ik aanvink')
  await user.click(screen.getByRole('checkbox', { name: 'Kies Riet' }))
  await user.click(screen.getByRole('button', { name: 'Mail 1 mens' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Mail 1 mens' }))
  await screen.findByText('2 mails gaan weg.')
  expect(sent).toEqual([['POST mail', { people: ['riet'] }]])
})

test('without mail the page says so and makes letters; for everybody', async () => {
  answering(ROWS)
  const user = open()
  await screen.findByText(/^Mail versturen kan hier nog niet/)
  expect(screen.queryByRole('button', { name: /^Mail \d/ })).toBeNull()
  expect(screen.queryByLabelText('Uw eigen e-mailadres')).toBeNull()
  await choose(user, 'Iedereen')
  expect(lettersFor('Maak 6 brieven')).toHaveLength(6)
})

test('mail that comes back is marked by hand, and unmarked', async () => {
  const sent = answering(ROWS, { from: FROM, people: PEOPLE })
  const user = open()
  await screen.findByText(/mail kwam terug/)
  await more(user, 'Anna', 'Mail komt terug')
  await more(user, 'Mehmet', 'Adres werkt wel')
  expect(sent).toEqual([
    ['PUT people/anna/bounced', { bounced: true }],
    ['PUT people/mehmet/bounced', { bounced: false }],
  ])
})

test('an organiser leaves an address of their own, and is told when it is none', async () => {
  const sent = answering(ROWS, { from: FROM, people: PEOPLE })
  const user = open()
  const field = await screen.findByLabelText('Uw eigen e-mailadres')
  await user.type(field, 'ineke bij de gemeente')
  await user.click(screen.getByRole('button', { name: 'Bewaar mijn adres' }))
  screen.getByText('Dit is geen e-mailadres. Kijk het nog eens na.')
  expect(sent).toEqual([])
  await user.clear(field)
  await user.type(field, 'ineke@gemeente.example{Enter}')
  await screen.findByText('Uw adres is bewaard.')
  expect(sent).toEqual([['PUT people/ineke/mail', { mail: 'ineke@gemeente.example' }]])
})

test('whoever sits beside the organiser scans their own link, or types its code', async () => {
  answering(ROWS)
  const user = open()
  await screen.findByText('Lotte')
  await more(user, 'Lotte', 'Laat de scan-code zien')
  const dialog = await screen.findByRole('dialog')
  const image = within(dialog).getByRole('img', { name: /link van Lotte/ })
  expect(image.getAttribute('src')).toBe('/j/lotte/qr.svg')
  within(dialog).getByText('K7PM 4XDA')
  within(dialog).getByText(/een\.example\/code/)
})
