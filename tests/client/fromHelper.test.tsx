import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CallDetail } from '../../client/app/help/CallDetail.tsx'
import { callsOf } from '../../client/app/help/calls.ts'
import { Desk } from '../../client/app/desk/Desk.tsx'
import { ownDevice } from '../../client/core/ownDevice.ts'
import { HelpButton } from '../../client/parts/help/HelpButton.tsx'
import { HelpPanel } from '../../client/parts/help/HelpPanel.tsx'
import { OwnCall } from '../../client/parts/help/OwnCall.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { receive } from '../../shared/channel/receive.ts'
import type { ApartLine, ServerFrame } from '../../shared/protocol.ts'
import { here, NOW, session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

vi.mock('../../client/parts/ui/sounds.ts', () => ({ playTones: vi.fn(async () => undefined) }))
const { playTones } = await import('../../client/parts/ui/sounds.ts')

beforeEach(() => void vi.mocked(playTones).mockClear())
afterEach(cleanup)
setLocale('nl')

const call = { person: 'pieter', at: NOW - 180_000, note: '', takenBy: 'tom', aside: null }
const line = (by: string, text: string): ApartLine => ({
  id: `line-${text}`,
  person: 'pieter',
  helper: 'tom',
  by,
  at: NOW,
  text,
})

/** This person's page, with what the server tells it. */
function pageOf(me: string, ask = call) {
  const client = clientWith({ session: { me, state: session({ help: [ask] }) } })
  const { store } = client.session
  const told = (frame: ServerFrame) => act(() => store.setState(receive(store.getState(), frame) as object))
  return { client, told, user: userEvent.setup() }
}

async function asked() {
  const page = pageOf('pieter')
  const device = vi.spyOn(page.client.session, 'sendOwnDevice')
  await act(async () =>
    renderWith(
      page.client,
      <>
        <OwnCall />
        <HelpButton />
        <HelpPanel />
      </>,
    ),
  )
  return { ...page, heard: () => device.mock.calls.at(-1)?.[0].tones, sends: device }
}

test('(29) a test sound is played, and the helper learns whether it was heard; a next one asks anew', async () => {
  const { told, user, heard } = await asked()
  expect(heard()).toBe('untried')
  await told({ kind: 'tones', by: 'tom' })
  expect(playTones).toHaveBeenCalledTimes(1)
  expect(screen.getByRole('button', { name: 'Bericht van de helper' })).toBeTruthy()
  expect(await screen.findByText('Tom stuurt een testgeluid. Hoort u drie tonen?')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Nee, ik hoor niets' }))
  expect(heard()).toBe('silent')
  // the buttons are gone: the focus is where the answer is confirmed
  expect(document.activeElement?.textContent).toBe('Tom ziet uw antwoord.')
  expect(screen.queryByText(/Hoort u drie tonen\?$/, { selector: 'strong' })).toBeNull()
  await told({ kind: 'tones', by: 'tom' })
  expect(heard()).toBe('untried')
  await user.click(screen.getByRole('button', { name: 'Ja, ik hoor ze' }))
  expect(heard()).toBe('heard')
  expect(playTones).toHaveBeenCalledTimes(2)
})

test('what the helper types stands in the help, and the answer stays in the field until the server has it', async () => {
  const { client, told, user } = await asked()
  const sent = vi.spyOn(client.session, 'sendApart').mockReturnValue('line-Ja')
  await told({ kind: 'apart', line: line('tom', 'Ziet u een tandwiel?') })
  expect(await screen.findByText('Ziet u een tandwiel?')).toBeTruthy()
  const field = screen.getByRole('textbox', { name: 'Uw bericht aan Tom' }) as HTMLTextAreaElement
  await user.type(field, 'Ja')
  await user.click(screen.getByRole('button', { name: 'Stuur' }))
  expect(sent.mock.calls).toEqual([['pieter', 'Ja']])
  expect(field.value).toBe('Ja')
  await told({ kind: 'apart', line: line('pieter', 'Ja') })
  await waitFor(() => expect(field.value).toBe(''))
  expect(document.activeElement).toBe(field)
  // what is read is no news on the button any more
  expect(screen.queryByRole('button', { name: 'Bericht van de helper' })).toBeNull()
})

test('(29) at the desk whoever leads a table answers the test sound and the helper’s words, and is talked to apart', async () => {
  const own = { ...call, person: 'els' }
  const { client, told, user } = pageOf('els', own)
  const device = vi.spyOn(client.session, 'sendOwnDevice')
  const sent = vi.spyOn(client.session, 'sendApart').mockReturnValue('line-Ja')
  await act(async () =>
    renderWith(
      client,
      <>
        <OwnCall />
        <Desk />
      </>,
    ),
  )
  expect(screen.queryByText('De helper stuurt u een bericht.')).toBeNull()
  await told({ kind: 'tones', by: 'tom' })
  expect(screen.getByText('De helper stuurt u een bericht.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Bericht van de helper' }))
  await user.click(await screen.findByRole('button', { name: 'Nee, ik hoor niets' }))
  expect(device.mock.calls.at(-1)?.[0].tones).toBe('silent')
  await user.click(screen.getByRole('button', { name: 'Typ met Tom' }))
  await user.type(screen.getByRole('textbox', { name: 'Uw bericht aan Tom' }), 'Ja')
  await user.click(screen.getByRole('button', { name: 'Stuur' }))
  expect(sent.mock.calls).toEqual([['els', 'Ja']])
  await user.keyboard('{Escape}')
  expect(screen.queryByText('De helper stuurt u een bericht.')).toBeNull()
  const aside = { version: 1, speaks: false, screen: false }
  await act(async () => client.session.store.setState({ state: session({ help: [{ ...own, aside }] }) }))
  expect(await screen.findByText('Tom praat met u. Alleen u hoort dat.')).toBeTruthy()
})

test('with the call everything told in it goes from the page', async () => {
  const { client, told } = pageOf('tom')
  const tell = { kind: 'phone', browser: 'safari', tones: 'untried' } as const
  await told({ kind: 'callBack', person: 'pieter', number: '06 12 34 56 78' })
  await told({ kind: 'ownDevice', person: 'pieter', device: tell })
  await told({ kind: 'apart', line: line('pieter', 'Hallo') })
  const { state } = client.session.store.getState()
  const recorded = {
    seq: (state?.seq ?? 0) + 1,
    at: NOW,
    event: { type: 'HelpClosed', person: 'pieter' },
  } as const
  await told({ kind: 'event', recorded })
  const { numbers, ownDevices, apart } = client.session.store.getState()
  expect([numbers, ownDevices, apart]).toEqual([{}, {}, {}])
})

test('(29) the helper reads which device and browser it is, sends a test sound and types', async () => {
  const { client, told, user } = pageOf('tom')
  const sends = vi.spyOn(client.session, 'sendTones')
  const state = session({ help: [call] })
  const [view] = callsOf(state, { pieter: here('pieter', 'plenary') }, NOW)
  await act(async () => renderWith(client, <CallDetail call={view!} others={[]} />))
  await told({
    kind: 'ownDevice',
    person: 'pieter',
    device: { kind: 'phone', browser: 'safari', tones: 'untried' },
  })
  const checks = screen.getByRole('list', { name: 'Test van het apparaat' })
  expect(checks.textContent).toContain('Apparaat telefoon, Safari')
  expect(checks.textContent).toContain('Luidspreker nog niet getest')
  await user.click(await screen.findByRole('button', { name: 'Stuur testgeluid' }))
  expect(sends.mock.calls).toEqual([['pieter']])
  expect(screen.getByText(/Het testgeluid is gestuurd\./)).toBeTruthy()
  await told({
    kind: 'ownDevice',
    person: 'pieter',
    device: { kind: 'phone', browser: 'safari', tones: 'silent' },
  })
  expect(screen.getByText('Pieter hoort het testgeluid niet.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Typ met Pieter' }))
  expect(screen.getByRole('textbox', { name: 'Uw bericht aan Pieter' })).toBe(document.activeElement)
})

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const PHONE = 'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)'
test.each([
  ['computer', 'safari', `${MAC} Version/17.4 Safari/605.1.15`, 0],
  ['tablet', 'safari', `${MAC} Version/17.4 Safari/605.1.15`, 5],
  ['computer', 'edge', `${MAC} Chrome/124.0 Safari/537.36 Edg/124.0`, 0],
  ['computer', 'firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0', 0],
  ['phone', 'chrome', `${PHONE} Chrome/124.0 Mobile Safari/537.36`, 5],
  ['phone', 'samsung', `${PHONE} SamsungBrowser/24.0 Chrome/117.0 Mobile Safari/537.36`, 5],
  ['tablet', 'chrome', `${PHONE} Chrome/124.0 Safari/537.36`, 5],
  ['phone', 'chrome', 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) CriOS/124.0 Mobile/15E148 Safari/604.1', 5],
  ['computer', 'other', 'Lynx/2.9', 0],
])('a %s with %s is called that', (kind, browser, userAgent, maxTouchPoints) => {
  expect(ownDevice({ userAgent, maxTouchPoints })).toEqual({ kind, browser })
})

test('whoever presses for help, or has been helped, keeps the focus in the help, so that Escape still closes it', async () => {
  const { client, user } = pageOf('pieter')
  const { store } = client.session
  const helped = (help: (typeof call)[]) =>
    act(async () =>
      store.setState({ state: session({ help: help.map((one) => ({ ...one, takenBy: null })) }) }),
    )
  vi.spyOn(client.session, 'send').mockImplementation(async (type) => {
    // a browser takes the focus from a button that is off while it waits for its answer
    ;(document.activeElement as HTMLElement).blur()
    await helped(type === 'askHelp' ? [call] : [])
    return { ok: true }
  })
  await helped([])
  await act(async () => renderWith(client, <HelpPanel />))
  await user.click(screen.getByRole('button', { name: 'Laat een helper komen' }))
  await screen.findByText('U hebt om hulp gevraagd.')
  expect(document.activeElement).not.toBe(document.body)
  await user.click(screen.getByRole('button', { name: 'Het is opgelost' }))
  await screen.findByRole('button', { name: 'Laat een helper komen' })
  expect(document.activeElement).not.toBe(document.body)
})
