import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { VersionsDialog } from '../../client/parts/versions/VersionsDialog.tsx'
import { paragraphs } from '../../shared/agreement/richText.ts'
import type { ReadVersion } from '../../shared/protocol.ts'
import { NOW, session } from './organiseStates.ts'
import { agreementWith } from './support/agreements.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

let client: DialogueClient | null = null
afterEach(() => {
  cleanup()
  client?.close()
})
setLocale('nl')

const words = (title: string) => ({ title, text: paragraphs('Inwoners zitten samen aan tafel.'), why: [] })
const version = (number: number, title: string, authors: (string | null)[]): ReadVersion => ({
  number,
  session: 1,
  at: NOW,
  keptFor: 'recalled',
  authors,
  words: words(title),
})
const VERSIONS = [version(1, 'Laat samen', ['Riet', null]), version(2, 'Vroeg samen', ['Riet'])]

/** Els leads table 2, Anna sits there. */
async function shown(me: string, state: 'draft' | 'presented' = 'draft', there = true) {
  const agreement = agreementWith({ id: 'a1', table: 't2', state })
  client = clientWith({ session: { state: session({ phase: { name: 'tables', version: 1 } }), me } })
  const { rest, texts, session: line } = client
  const versions = vi.spyOn(rest, 'versions')
  if (there) versions.mockResolvedValue({ agreement: 'a1', table: 't2', number: 1, versions: VERSIONS })
  else versions.mockRejectedValue(new Error('no line'))
  const replace = vi.spyOn(texts, 'replace').mockResolvedValue()
  const send = vi.spyOn(line, 'send').mockResolvedValue({ ok: true })
  const over = { isOpen: true, onOpenChange: () => undefined }
  renderWith(client, <VersionsDialog {...over} agreement={agreement} words={words('Vroeg samen')} />)
  if (there) await screen.findByRole('button', { name: /^Versie 2/ })
  return { user: userEvent.setup(), versions, replace, send }
}

test('what was added and removed is said in words, beside each other and in one text', async () => {
  const { user } = await shown('anna')
  const older = screen.getByRole('region', { name: 'Versie 1' })
  expect(within(older).getByRole('deletion').textContent).toBe(' eraf: Laat tot hier ')
  expect(within(older).queryByRole('insertion')).toBeNull()
  const newer = screen.getByRole('region', { name: 'Versie 2 · nu' })
  expect(within(newer).getByRole('insertion').textContent).toBe(' erbij: Vroeg tot hier ')
  await user.click(screen.getByRole('button', { name: 'In één tekst' }))
  const both = screen.getByRole('region', { name: 'Van versie 1 naar versie 2 · nu' })
  expect(within(both).getByRole('deletion')).toBeTruthy()
  expect(within(both).getByRole('insertion')).toBeTruthy()
})

test('when they cannot be fetched it says so, and tries again by a press', async () => {
  const { user, versions } = await shown('anna', 'draft', false)
  versions.mockResolvedValue({ agreement: 'a1', table: 't2', number: 1, versions: VERSIONS })
  await user.click(await screen.findByRole('button', { name: 'Probeer opnieuw' }))
  expect(await screen.findByRole('button', { name: /^Versie 2/ })).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the list says who wrote, and whoever is not known is a resident', async () => {
  await shown('anna')
  expect(screen.getByRole('button', { name: /^Versie 1.*Riet en een inwoner.*terugroepen/ })).toBeTruthy()
})

test('whoever leads the table puts a version back: what stands there is kept first, and the old words after they were stored', async () => {
  const { user, replace, send } = await shown('els')
  expect(screen.queryByRole('button', { name: /^Zet versie/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Versie 1/ }))
  await user.click(screen.getByRole('button', { name: 'Zet versie 1 terug' }))
  expect(replace).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Ja, zet terug' }))
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2))
  const keep = ['keepVersion', { table: 't2', agreement: 'a1' }]
  expect(send.mock.calls).toEqual([keep, keep])
  expect(replace.mock.calls).toEqual([['t2', 'a1', words('Laat samen')]])
  const [first = 0, second = 0] = send.mock.invocationCallOrder
  const [written = 0] = replace.mock.invocationCallOrder
  expect(first < written && written < second).toBe(true)
})

test.each([
  ['anna', 'draft'],
  ['els', 'presented'],
  ['bram', 'draft'],
] as const)('%s has nothing to put back while it is %s', async (me, state) => {
  const { user } = await shown(me, state)
  await user.click(screen.getByRole('button', { name: /^Versie 1/ }))
  expect(screen.queryByRole('button', { name: /^Zet versie/ })).toBeNull()
})
