import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Links } from '../../client/app/organise/Links.tsx'
import type { OrganiserView } from '../../client/app/organise/view.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { LinkRow } from '../../shared/protocol.ts'
import { person, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

test('the page with the links follows a name that somebody changes while it is open', async () => {
  const row: LinkRow = {
    person: 'riet',
    name: 'Riet',
    group: 'inwoner',
    role: 'participant',
    url: 'https://een.example/j/riet',
    opened: false,
  }
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([row])))
  const viewOf = (name: string) => {
    const people = { ...session().people, riet: { ...person('riet'), name } }
    return { state: session({ people }) } as OrganiserView
  }
  const page = renderWith(clientWith(), <Links view={viewOf('Riet')} />)
  expect(await screen.findByRole('button', { name: 'Wis Riet' })).toBeTruthy()
  page.rerender(<Links view={viewOf('Rietje')} />)
  expect(screen.getAllByText('Rietje')).toHaveLength(2)
})
