import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { PhoneChoice } from '../../client/parts/help/PhoneChoice.tsx'
import { phonesOf } from '../../client/parts/help/phones.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

const named = (...who: Parameters<typeof phonesOf>) => phonesOf(...who).map(({ id }) => id)

test('[F3] a helper and the organiser may say "belt in" of any participant, at whatever table', () => {
  const all = ['anna', 'joke', 'lotte', 'mehmet', 'pieter', 'riet', 'samira', 'willem']
  expect(named(session(), 'tom')).toEqual(all)
  expect(named(session(), 'ineke')).toEqual(all)
  const unopened = { ...session().people['riet']!, joined: false }
  expect(named(session({ people: { ...session().people, riet: unopened } }), 'tom')).toEqual(all)
})

test('[F3] whoever leads a table may say it of the people there only, and nobody else of anybody', () => {
  expect(named(session(), 'bram')).toEqual(['lotte'])
  expect(named(session({ phase: { name: 'plenary' } }), 'bram')).toEqual([])
  expect(named(session(), 'anna')).toEqual([])
})

test('when the meeting is over there is nothing to say', () => {
  expect(named(session({ phase: { name: 'ended' } }), 'tom')).toEqual([])
})

test('[F3] one chooses a name and presses: the choice stays, so that it can be undone', async () => {
  const state = session()
  const client = clientWith({ session: { state, me: 'tom' } })
  const send = vi.spyOn(client.session, 'send').mockResolvedValue({ ok: true })
  const user = userEvent.setup()
  renderWith(client, <PhoneChoice state={state} me="tom" />)
  expect(screen.queryByRole('button', { name: /Belt in/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /Deelnemer/ }))
  await user.click(screen.getByRole('option', { name: 'Riet' }))
  await user.click(screen.getByRole('button', { name: 'Belt in: Riet' }))
  expect(send.mock.calls).toEqual([['setPhone', { person: 'riet', phone: true }]])
})
