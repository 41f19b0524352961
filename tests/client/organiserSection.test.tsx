import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Organiser } from '../../client/app/organise/Organiser.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { person, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

const shown = () => screen.getByRole('tab', { selected: true }).textContent

test('reading people in does not take the organiser away from where it is told; a new phase does', () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([])))
  const ineke = person('ineke', 'organiser', null)
  const alone = session({ phase: { name: 'lobby' }, people: { ineke }, order: ['ineke'] })
  const client = clientWith({ session: { me: 'ineke', state: alone } })
  renderWith(client, <Organiser />)
  expect(shown()).toBe('Mensen')
  act(() => client.session.store.setState({ state: session({ phase: { name: 'lobby' } }) }))
  expect(shown()).toBe('Mensen')
  act(() => client.session.store.setState({ state: session({ phase: { name: 'plenary' } }) }))
  expect(shown()).toBe('Leiden')
  client.close()
})
