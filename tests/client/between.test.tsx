import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { ObjectionsCard } from '../../client/app/organise/ObjectionsCard.tsx'
import { screenFor } from '../../client/app/join/screens.ts'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { CatchUp } from '../../client/parts/between/CatchUp.tsx'
import { RoomProvider } from '../../client/hooks/useRoom.tsx'
import { Notices } from '../../client/parts/tables/Notices.tsx'
import { ObjectionNotes } from '../../client/parts/between/ObjectionNotes.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { momentOf } from '../../client/parts/ui/when.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { session } from './organiseStates.ts'
import { CAUGHT_UP, objection, UNTIL, withAgreement } from './support/between.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'
import './support/words.ts'

let client: DialogueClient | null = null
afterEach(() => {
  cleanup()
  client?.close()
})
setLocale('nl')

/** As Riet reads it, with what the server says. */
async function reads(state: Partial<SessionState> = {}, found = CAUGHT_UP) {
  client = clientWith({ session: { me: 'riet', state: session({ phase: { name: 'ended' }, ...state }) } })
  vi.spyOn(client.rest, 'call').mockImplementation(async () => Response.json(found))
  const send = vi.spyOn(client.session, 'send').mockResolvedValue({ ok: true })
  renderWith(client, <CatchUp />)
  await screen.findByRole('heading', { name: 'Dit lag er, dit is veranderd' })
  return { send, user: userEvent.setup(), client }
}
const entry = (number: number) => {
  const found = screen
    .getAllByRole('listitem')
    .find((one) => within(one).queryByRole('heading', { name: new RegExp(`^Afspraak ${number}:`) }))
  if (!found) throw new Error(`no agreement ${number}`)
  return within(found)
}

test('until when one may object stands on top, and since when it is told', async () => {
  await reads()
  expect(screen.getByText(`U kunt een bezwaar geven tot en met ${momentOf(UNTIL, 'nl')}.`)).toBeTruthy()
  expect(screen.getByText(/^Riet, u was er voor het laatst op /)).toBeTruthy()
  expect(screen.getByText(/Zegt u niets\? Dan schrijven we niet op dat u ja zegt\./)).toBeTruthy()
})

test('whoever sits at the same table again reads so, and nobody else', async () => {
  await reads()
  expect(screen.getByText(/^U krijgt dezelfde tafel: tafel 2\./)).toBeTruthy()
  cleanup()
  await reads({}, { ...CAUGHT_UP, sameTable: null })
  expect(screen.queryByText(/dezelfde tafel/)).toBeNull()
})

test('what changed is there word by word, and a screen reader is told what came and went', async () => {
  await reads()
  expect(
    screen.getByText(/^Bij 1 van de 2 afspraken is iets veranderd\. De andere is gelijk gebleven\.$/),
  ).toBeTruthy()
  const changed = entry(4)
  expect(changed.getByText('zes').closest('ins')?.textContent).toMatch(/erbij: zes tot hier/)
  expect(changed.getByText('vier').closest('del')?.textContent).toMatch(/eraf: vier tot hier/)
  expect(changed.getByText(/De tekst is veranderd\. Het akkoord is vervallen\./)).toBeTruthy()
})

test('what stayed the same is behind a button', async () => {
  const { user } = await reads()
  expect(screen.queryByText('Snel antwoord')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Lees de andere afspraak' }))
  expect(entry(6).getByText('Binnen tien dagen.')).toBeTruthy()
  // not of a table where she sat, nor in the set
  expect(entry(6).queryByRole('button', { name: /bezwaar/ })).toBeNull()
})

test('an objection is given with a reason', async () => {
  const { user, send } = await reads()
  await user.click(screen.getByRole('button', { name: 'Ik heb een bezwaar bij afspraak 4' }))
  const reason = screen.getByRole('textbox', { name: 'Wat is uw bezwaar?' })
  expect(document.activeElement).toBe(reason)
  const give = screen.getByRole<HTMLButtonElement>('button', { name: 'Geef mijn bezwaar' })
  expect(give.disabled).toBe(true)
  await user.type(reason, 'Niet iedereen leest.')
  await user.click(give)
  expect(send).toHaveBeenCalledWith('objectTo', { agreement: 'a4', reason: 'Niet iedereen leest.' })
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('one’s own objection is there, and can be taken back', async () => {
  const { user, send } = await reads({
    agreements: withAgreement('draft'),
    objections: { until: UNTIL, given: [objection('riet')] },
  })
  expect(entry(4).getByRole('status').textContent).toBe(
    'Uw bezwaar is binnen. U schreef: Niet iedereen leest.',
  )
  await user.click(screen.getByRole('button', { name: 'Trek terug bij afspraak 4' }))
  expect(send).toHaveBeenCalledWith('takeBackObjection', { agreement: 'a4' })
})

test('after the date, or when nobody set one, there is only to read', async () => {
  await reads(
    {},
    { ...CAUGHT_UP, until: null, items: CAUGHT_UP.items.map((one) => ({ ...one, mayObject: false })) },
  )
  expect(screen.getByText('Lees wat er ligt.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /bezwaar/ })).toBeNull()
})

test('who was never in reads all that lies there, with nothing called a change', async () => {
  const never = CAUGHT_UP.items.map((one) => ({ ...one, before: null, changes: ['added' as const] }))
  await reads({}, { ...CAUGHT_UP, since: null, items: never })
  expect(screen.getByText('Riet, u was er nog niet bij.')).toBeTruthy()
  expect(entry(4).getByText('Inwoners zitten zes weken vooraf aan tafel.')).toBeTruthy()
})

test('the sessions say which has been, which is to come and which one missed', async () => {
  await reads()
  const list = within(screen.getByRole('region', { name: 'De bijeenkomsten' }))
  const all = list.getAllByRole('listitem').map((one) => one.textContent)
  expect(all[0]).toMatch(/^Bijeenkomst 1geweest.*Kennismaken · Wat maakte u mee\?$/)
  expect(all[1]).toMatch(/geweest.*U was er toen niet\.$/)
  expect(all[2]).toMatch(/^Bijeenkomst 3over 12 dagen/)
})

test('one’s own name is off by itself, and one press says yes; once it lies with the council it stays', async () => {
  const { user, send, client: asked } = await reads()
  const box = () =>
    screen.getByRole<HTMLInputElement>('checkbox', { name: 'Ja, mijn naam mag erin staan: Riet' })
  expect(box().checked).toBe(false)
  await user.click(box())
  expect(send).toHaveBeenCalledWith('allowName', { yes: true })
  const state = session({ phase: { name: 'ended' }, named: ['riet'] })
  asked.session.store.setState({ state: { ...state, council: { ...state.council, offeredAt: 1 } } })
  await vi.waitFor(() => expect([box().checked, box().disabled]).toEqual([true, true]))
})

test('whoever is asked answers yes or no with one press, and is not asked again', async () => {
  const asked = session({ phase: { name: 'ended' }, namesAsked: 1 })
  const { user, send, client: riet } = await reads(asked)
  expect(screen.getByText('Mag uw naam in het stuk voor de raad staan?')).toBeTruthy()
  expect(screen.queryByRole('checkbox')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Nee, zonder mijn naam' }))
  expect(send).toHaveBeenCalledWith('allowName', { yes: false })
  riet.session.store.setState({ state: { ...asked, namesSaid: ['riet'] } })
  await vi.waitFor(() => expect(screen.queryByText(/^Mag uw naam/)).toBeNull())
  expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false)
})

test('in the hall the question stands among the notices, for who has not answered', async () => {
  const state = session({ phase: { name: 'plenary' }, namesAsked: 1, namesSaid: ['anna'] })
  const sees = async (me: string) => {
    client?.close()
    const seen = clientWith({ session: { me, state } })
    client = seen
    await act(async () =>
      renderWith(
        seen,
        <RoomProvider room="plenary">
          <Notices />
        </RoomProvider>,
      ),
    )
  }
  await sees('riet')
  expect(await screen.findByRole('button', { name: 'Ja, met mijn naam' })).toBeTruthy()
  cleanup()
  for (const me of ['anna', 'ineke', 'els']) await sees(me)
  expect(screen.queryByText(/^Mag uw naam/)).toBeNull()
})

test('who leads the table reads who objected; of another table only that somebody did', () => {
  client = clientWith({ session: { me: 'els', state: session({ agreements: withAgreement('draft') }) } })
  renderWith(
    client,
    <ObjectionNotes objections={[objection('anna'), { ...objection(''), id: 'o2' }]} numbered />,
  )
  const lines = screen.getAllByRole('listitem').map((one) => one.textContent)
  expect(lines[0]).toBe('Afspraak 4. Bezwaar van Anna: Niet iedereen leest.')
  expect(lines[1]).toBe('Afspraak 4. Bezwaar van iemand van een andere tafel: Niet iedereen leest.')
})

test('the organiser sets until when, in the municipality’s time, and reads who objected', async () => {
  const run = vi.fn(async () => true)
  const state = session({
    phase: { name: 'ended' },
    agreements: withAgreement('draft'),
    objections: { until: null, given: [objection('anna')] },
  })
  client = clientWith()
  renderWith(client, <ObjectionsCard view={{ state, me: 'ineke', run, show: () => undefined }} />)
  expect(screen.getByText('Afspraak 4, door Anna')).toBeTruthy()
  expect(screen.getByText('De tekst staat weer open voor tafel 2.')).toBeTruthy()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Kies tot wanneer' }))
  await user.click(screen.getByRole('button', { name: 'Leg dit vast' }))
  expect(screen.getByText('Vul een dag en een tijd in.')).toBeTruthy()
  await user.type(screen.getByLabelText('Tot en met'), '2030-12-06')
  await user.click(screen.getByRole('button', { name: 'Leg dit vast' }))
  expect(run).toHaveBeenCalledWith('allowObjections', { until: Date.UTC(2030, 11, 6, 19) })
})

test('in the waiting room of a further session one reads first, without a camera; who leads helps at once', () => {
  expect(screenFor('participant', 'lobby', 'check', true)).toBe('between')
  expect(screenFor('observer', 'lobby', 'check', true)).toBe('between')
  expect(screenFor('participant', 'plenary', 'check', true)).toBe('check')
  expect(screenFor('organiser', 'lobby', 'check', true)).toBe('room')
  expect(screenFor('clerk', 'lobby', 'check', true)).toBe('clerk')
})
