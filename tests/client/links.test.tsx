import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Links } from '../../client/app/organise/Links.tsx'
import type { OrganiserView } from '../../client/app/organise/view.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { LinkRow } from '../../shared/protocol.ts'
import { person, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { answering } from './support/invited.ts'
import { linkRow } from './support/mailed.ts'
import { renderWith } from './support/render.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
setLocale('nl')

test('the page with the links follows a name that somebody changes while it is open', async () => {
  const row = linkRow('Riet')
  answering([row])
  const viewOf = (name: string) => {
    const people = { ...session().people, riet: { ...person('riet'), name } }
    return { state: session({ people }) } as OrganiserView
  }
  const page = renderWith(clientWith(), <Links view={viewOf('Riet')} />)
  expect(await screen.findByRole('button', { name: 'Wis Riet' })).toBeTruthy()
  page.rerender(<Links view={viewOf('Rietje')} />)
  expect(screen.getAllByText('Rietje')).toHaveLength(1)
})

test('who calls is found by name, and who has not opened the link by that', async () => {
  const rows: LinkRow[] = [
    ['Zoë van Dam', true],
    ['Bram Jansen', false],
    ['Jan Bakker', false],
  ].map(([name, opened]) => linkRow(String(name), { opened: opened === true }))
  answering(rows)
  renderWith(clientWith(), <Links view={{ state: session() } as OrganiserView} />)
  const user = userEvent.setup()
  const names = () =>
    within(screen.getByRole('list'))
      .getAllByRole('listitem')
      .map((row) => row.querySelector('strong')?.textContent)
  await screen.findByRole('button', { name: 'Wis Bram Jansen' })
  await user.type(screen.getByLabelText('Zoek op naam'), 'dam zoe')
  expect(names()).toEqual(['Zoë van Dam'])
  expect(screen.getByText('1 van 3 mensen')).toBeTruthy()
  await user.clear(screen.getByLabelText('Zoek op naam'))
  await user.click(screen.getByLabelText('Alleen wie de link nog niet opende'))
  expect(names()).toEqual(['Bram Jansen', 'Jan Bakker'])
})
