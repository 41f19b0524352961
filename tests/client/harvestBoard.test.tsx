import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createStore } from 'zustand'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { HarvestBoard } from '../../client/parts/harvest/HarvestBoard.tsx'
import { Announcer } from '../../client/parts/ui/Announcer.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { ToastRegion } from '../../client/parts/ui/Toast.tsx'
import { offered } from '../domain/support/council.ts'
import { fifth, harvest, inSet, merged, proposed, takes } from '../domain/support/harvest.ts'
import { given } from '../domain/support/sentence.ts'
import { renderWith } from './support/render.tsx'
import { fingerOn } from './support/touch.ts'

/** Milliseconds; a busy machine says nothing of what is drawn. */
const PATIENT = 60_000
// fetched when an organiser first sees it
beforeAll(async () => void (await import('../../client/parts/harvest/Board.tsx')), PATIENT)
afterEach(cleanup)
setLocale('nl')

async function shown(steps: Parameters<typeof given>[0], me: string, here: string[] = []) {
  const send = vi.fn((_type: string, _payload: object) => Promise.resolve({ ok: true }))
  const store = createStore(() => ({
    state: given(steps).state,
    me,
    presence: Object.fromEntries(
      here.map((person) => [person, { person, state: 'here', since: 0, status: null }]),
    ),
  }))
  const client = { session: { store, send } } as unknown as DialogueClient
  const board = (
    <>
      <HarvestBoard />
      <Announcer />
      <ToastRegion />
    </>
  )
  await act(async () => void renderWith(client, board))
  return { send, store, user: userEvent.setup() }
}
type Shown = Awaited<ReturnType<typeof shown>>

const sent = ({ send }: Shown) => send.mock.calls.map(([type, payload]) => [type, payload])
async function chooses({ user }: Shown, title: string, item: string) {
  await user.click(await screen.findByRole('button', { name: `Meer over ${title}` }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}
const spoken = (text: string) =>
  waitFor(() => expect(screen.getAllByRole('log')[0]?.textContent).toContain(text))

describe('the harvest board', { timeout: PATIENT }, () => {
  test('[H2] the menu takes into the set, moves and leaves out, and says what came of it', async () => {
    const loose = await shown(harvest, 'Olga')
    await chooses(loose, 'Afspraak a1', 'Zet in de set')
    expect(sent(loose)).toEqual([['takeIntoSet', { agreement: 'a1' }]])
    await spoken('Afspraak a1 staat nu in de set, op plek 1.')
    cleanup()
    const placed = await shown(inSet, 'Olga')
    await chooses(placed, 'Afspraak a1', 'Eén plek omlaag')
    await spoken('Afspraak a1 staat nu op plek 2.')
    await chooses(placed, 'Afspraak a2', 'Haal uit de set')
    await spoken('Afspraak a2 staat niet meer in de set.')
    expect(sent(placed)).toEqual([
      ['moveInSet', { agreement: 'a1', place: 2 }],
      ['leaveOut', { agreement: 'a2' }],
    ])
  })

  test('[H2] a card that a finger carries stays under it, whichever way its words are read', async () => {
    const board = await shown(harvest, 'Olga')
    const grip = await screen.findByRole('button', { name: 'Versleep Afspraak a1' })
    const finger = fingerOn(grip)
    finger.down()
    const list = document.querySelector('[data-zone="set"]')
    if (list) finger.over(list)
    const ghost = document.querySelector<HTMLElement>('.dt-ghost')
    // it is moved in pixels from the left, so its own place must not turn round with its words
    expect([ghost?.dir, ghost?.firstElementChild?.getAttribute('dir')]).toEqual(['ltr', 'auto'])
    expect([ghost?.textContent, ghost?.style.translate]).toEqual(['Afspraak a1', '120px 200px'])
    finger.up()
    expect(sent(board)).toEqual([['takeIntoSet', { agreement: 'a1' }]])
  })

  test('[H2] merging more than two, one of them not in the set yet: it is taken in, and all tables are asked at once', async () => {
    const board = await shown([...fifth, takes('a1'), takes('a4')], 'Olga')
    await chooses(board, 'Afspraak a1', 'Voeg samen met …')
    await board.user.click(
      await screen.findByRole('button', { name: /^Afspraak \d+: Afspraak a4 tafel 5, zelfde rol$/ }),
    )
    const dialog = within(await screen.findByRole('dialog', { name: 'Voeg samen: tafel 1 en 5' }))
    await board.user.click(dialog.getByRole('button', { name: 'Vraag tafel 1 en 5' }))
    await dialog.findByText(/./, { selector: '.dt-field-error' })
    expect(sent(board)).toEqual([])
    await board.user.click(dialog.getByRole('button', { name: 'Voeg er nog een toe' }))
    await board.user.click(await screen.findByRole('menuitem', { name: 'Afspraak a5' }))
    expect(dialog.getAllByRole('button', { name: /^Toch niet samenvoegen/ })).toHaveLength(3)
    await board.user.type(dialog.getByRole('textbox', { name: /Wat gaat verloren/ }), 'niets')
    await board.user.click(dialog.getByRole('button', { name: 'Vraag tafel 1 en 5' }))
    await waitFor(() => expect(sent(board)).toHaveLength(2))
    expect(sent(board)).toMatchObject([
      ['takeIntoSet', { agreement: 'a5' }],
      ['mergeAgreements', { from: ['a1', 'a4', 'a5'], note: 'niets' }],
    ])
  })

  test('[V26] new words that are too long are said to be, in numbers, and nobody is asked', async () => {
    const board = await shown([...fifth, takes('a1'), takes('a4')], 'Olga')
    await chooses(board, 'Afspraak a1', 'Voeg samen met …')
    await board.user.click(
      await screen.findByRole('button', { name: /^Afspraak \d+: Afspraak a4 tafel 5, zelfde rol$/ }),
    )
    const dialog = within(await screen.findByRole('dialog', { name: 'Voeg samen: tafel 1 en 5' }))
    const text = dialog.getByRole('textbox', { name: /Nieuwe tekst/ })
    fireEvent.change(text, { target: { value: 'x'.repeat(10_412) } })
    await dialog.findByText(/10\.412 van 8\.000 tekens/)
    await board.user.type(dialog.getByRole('textbox', { name: /Wat gaat verloren/ }), 'niets')
    await board.user.click(dialog.getByRole('button', { name: 'Vraag tafel 1 en 5' }))
    expect(sent(board)).toEqual([])
    // beside the button, where one looks; the message below a text of two screens is out of sight
    const told = 'Nieuwe tekst. Dit is te lang: 10.412 van 8.000 tekens. Maak de tekst korter.'
    await waitFor(() => expect(document.activeElement?.textContent).toBe(told))
    fireEvent.change(text, { target: { value: 'x'.repeat(8_000) } })
    expect(dialog.queryByText(/10\.412/)).toBeNull()
    await board.user.click(dialog.getByRole('button', { name: 'Vraag tafel 1 en 5' }))
    await waitFor(() => expect(sent(board)).toHaveLength(1))
  })

  test('[H2] what was just merged can be taken apart again at once, by the organiser', async () => {
    const board = await shown(proposed, 'Olga')
    await screen.findByRole('button', { name: 'Versleep Afspraak a1' })
    const { state } = given(merged)
    board.store.setState({ state })
    await board.user.click(await screen.findByRole('button', { name: 'Ongedaan maken' }))
    expect(sent(board)).toEqual([['unmerge', { agreement: state.harvest.last?.agreement }]])
    cleanup()
    const told = await shown(proposed, 'Ans')
    told.store.setState({ state })
    await spoken('Het is nu één afspraak.')
    expect(screen.queryByRole('button', { name: 'Ongedaan maken' })).toBeNull()
  })

  test('[H2] a table that is asked is told so, and no other', async () => {
    const asks = 'Uw tafel is gevraagd. Worden de afspraken van tafel 1 en 2 één?'
    for (const [who, isAsked] of [
      ['Ans', true],
      ['Femke', true],
      ['Bram', true],
      ['Cees', false],
      ['Toos', false],
      ['Olga', false],
    ] as const) {
      const board = await shown(inSet, who)
      await act(async () => board.store.setState({ state: given(proposed).state }))
      const toasts = document.querySelector('.dt-toasts')
      expect([who, toasts?.textContent?.includes(asks)]).toEqual([who, isAsked])
      for (const close of screen.queryAllByRole('button', { name: 'Sluit' })) await board.user.click(close)
      cleanup()
    }
  })

  test('[H2] the organiser answers for a table only while nobody who leads it is there', async () => {
    const board = await shown(proposed, 'Olga', ['Femke'])
    expect(screen.queryByRole('button', { name: 'Ja, namens tafel 1' })).toBeNull()
    await board.user.click(screen.getByRole('button', { name: 'Nee, namens tafel 2' }))
    expect(sent(board)).toMatchObject([['sayMerge', { table: 't2', yes: false }]])
  })

  test('[H2] how many there are to be is the organiser’s to say', async () => {
    const board = await shown(inSet, 'Olga')
    await board.user.click(screen.getByRole('button', { name: 'Eén minder: 9 afspraken' }))
    expect(sent(board)).toEqual([['setHarvestAim', { aim: 9 }]])
  })

  test('[H2] whoever leads a table that is asked says its yes; others only read', async () => {
    const board = await shown(proposed, 'Femke')
    expect(screen.getByRole('status').textContent).toBe('0 van 10 klaar')
    expect(screen.queryByRole('button', { name: 'Ja, namens tafel 2' })).toBeNull()
    await board.user.click(screen.getByRole('button', { name: 'Ja, namens tafel 1' }))
    expect(board.send.mock.calls[0]?.[0]).toBe('sayMerge')
    cleanup()
    await shown(inSet, 'Ans')
    expect(screen.queryAllByRole('button', { name: /^(Meer|Versleep|Ja|Nee|Eén)/ })).toEqual([])
  })

  test('[H3] what lies with the council is read, also by the organiser', async () => {
    await shown(offered, 'Olga')
    expect(screen.getByText('De set ligt bij de raad en staat vast.')).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe('2 van 10 klaar')
    expect(screen.queryAllByRole('button', { name: /^(Meer|Versleep|Ja|Nee|Eén)/ })).toEqual([])
  })
})
