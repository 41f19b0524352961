import { cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NextSession } from '../../client/app/organise/NextSession.tsx'
import { NewDialogue } from '../../client/app/organise/OtherDialogue.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

let asked: unknown[] = []
beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', (_url: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body))
    return Promise.resolve(Response.json({ url: 'http://localhost/j/nieuw' }, { status: 201 }))
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const fill = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
function when(date: string, from: string, to: string) {
  fill('Datum', date)
  fill('Van', from)
  fill('Tot', to)
}

test('[V24] an end after midnight is told and kept; what cannot be is said, and nothing is asked', async () => {
  renderWith(clientWith(), <NewDialogue />)
  await press('Nieuwe dialoog')
  fill('Titel', 'Nacht')
  when('2026-12-08', '23:00', '22:00')
  await press('Maak de dialoog')
  expect(screen.getByText('Het einde ligt niet na het begin. Kloppen de tijden?')).toBeTruthy()
  when('2026-03-29', '02:30', '04:00')
  await press('Maak de dialoog')
  expect(screen.getByText(/^Deze tijd bestaat niet:/)).toBeTruthy()
  expect(asked).toEqual([])
  when('2026-10-25', '02:00', '03:30')
  expect(screen.getByText(/Deze tijd komt dan twee keer/)).toBeTruthy()
  when('2026-12-08', '23:00', '00:30')
  expect(screen.getByText('Het einde is na middernacht, op de volgende dag.')).toBeTruthy()
  await press('Maak de dialoog')
  expect(asked).toMatchObject([{ date: '2026-12-08', from: '23:00', to: '00:30' }])
})

test('[V24] so does the form of the next session', async () => {
  renderWith(clientWith(), <NextSession />)
  await press('Plan de volgende bijeenkomst')
  when('2026-03-28', '23:00', '02:30')
  await press('Maak de volgende bijeenkomst')
  expect(screen.getByText(/^Deze tijd bestaat niet:/)).toBeTruthy()
  expect(asked).toEqual([])
})
