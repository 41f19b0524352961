import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Desk } from '../../client/app/desk/Desk.tsx'
import { Organiser } from '../../client/app/organise/Organiser.tsx'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { setLocale, translate } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { away, floor, here, NOW, session, turn } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

/** What whoever leads has before them: true, and no more than is needed. */
let client: DialogueClient | null = null
beforeEach(() => void vi.stubGlobal('fetch', () => Promise.resolve(Response.json([]))))
afterEach(() => {
  cleanup()
  client?.close()
  vi.unstubAllGlobals()
})
setLocale('nl')

function look(me: string, changes: Partial<SessionState>, presence = {}): void {
  client = clientWith({ session: { me, state: session(changes), presence, offset: NOW - Date.now() } })
  renderWith(client, me === 'ineke' ? <Organiser /> : <Desk />)
}

const plenary = (mode: 'free' | 'firstCome') => ({
  phase: { name: 'plenary' as const },
  seating: null,
  floors: { plenary: floor({ mode }) },
})

describe('before a split is announced', () => {
  test('the check tells who was chosen to lead from who is there', async () => {
    look('ineke', plenary('firstCome'), { els: away('els'), anna: here('anna', 'plenary') })
    await userEvent.click(screen.getByRole('tab', { name: 'Verdelen' }))
    const check = within(screen.getByRole('region', { name: 'Staat alles klaar?' }))
    expect(check.getByText('Voor elke tafel met mensen is een begeleider gekozen')).toBeTruthy()
    expect(check.getByText('0 van 2 begeleiders zijn er')).toBeTruthy()
    expect(check.getByText('Bram, Els: even weg')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Kondig aan' })).toBeTruthy()
  })

  test('of one table it says "heeft", of several "hebben"', () => {
    const words = (numbers: number[]) =>
      translate('nl', 'ready.unled', { count: numbers.length, numbers: numbers.join(', ') })
    expect(words([5])).toBe('Tafel 5 heeft nog geen begeleider')
    expect(words([5, 6, 7, 8])).toBe('Tafels 5, 6, 7, 8 hebben nog geen begeleider')
  })
})

test.each([
  ['free', 1],
  ['firstCome', 0],
] as const)('in the order %s the hint about free talk is there so many times: %i', async (mode, times) => {
  look('ineke', plenary(mode))
  await screen.findByRole('heading', { name: 'Het woord' })
  expect(screen.queryAllByText(/^In het vrije gesprek kan iedereen/)).toHaveLength(times)
})

describe('the controls of a desk', () => {
  const drawn = (name: string) =>
    screen.getByRole('button', { name: new RegExp(`^${name}`) }).querySelector('svg')?.innerHTML

  test('the turn that stands still and the silence have pictures of their own', () => {
    look(
      'els',
      { floors: { ...session().floors, t2: floor({ turn: turn('anna') }) } },
      { els: here('els', 't2') },
    )
    expect(drawn('Zet stil')).toBeTruthy()
    expect(drawn('Zet stil')).not.toBe(drawn('Stilte'))
  })

  test('an order is chosen in one place', () => {
    look('els', {}, { els: here('els', 't2') })
    for (const order of ['Rondje', 'Eerst wie nog weinig zei'])
      expect(screen.queryByRole('button', { name: order })).toBeNull()
    expect(screen.getByRole('button', { name: /Volgorde/ })).toBeTruthy()
  })

  test('one button is strong', () => {
    look(
      'els',
      { floors: { ...session().floors, t2: floor({ turn: turn('anna') }) } },
      { els: here('els', 't2') },
    )
    expect(document.querySelectorAll('.dt-button.is-primary')).toHaveLength(1)
  })
})

test('what takes a dialogue away lies behind a question and the typing of its title', async () => {
  look('ineke', { phase: { name: 'lobby' } })
  await userEvent.click(screen.getByRole('tab', { name: 'Mensen' }))
  expect(document.querySelectorAll('.dt-button.is-danger')).toHaveLength(0)
  await userEvent.click(screen.getByRole('button', { name: 'Verwijder de dialoog' }))
  const question = within(await screen.findByRole('dialog', { name: 'De dialoog verwijderen?' }))
  expect(question.getByRole('button', { name: 'Verwijder de dialoog' }).hasAttribute('disabled')).toBe(true)
})
