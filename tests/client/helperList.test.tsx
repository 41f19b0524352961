import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { HelperList } from '../../client/app/help/HelperList.tsx'
import { HelpPanel } from '../../client/parts/help/HelpPanel.tsx'
import { Announcer } from '../../client/parts/ui/Announcer.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { DeviceStatus, Presence } from '../../shared/protocol.ts'
import { session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

afterEach(cleanup)
setLocale('nl')

const well: DeviceStatus = { room: null, microphone: 'off', camera: 'on', media: 'on', screen: 'room' }
const here = (person: string, status: Partial<DeviceStatus> = {}): [string, Presence] => [
  person,
  { person, state: 'here', since: 0, status: { ...well, ...status } },
]
const call = (person: string, takenBy: string | null = null): SessionState['help'][number] => ({
  person,
  at: 0,
  note: '',
  takenBy,
  aside: null,
})

let screens: string[] = []
let store: DialogueClient['session']['store']
const becomes = (help: SessionState['help']) =>
  act(() => {
    const { state } = store.getState()
    store.setState({ state: state && { ...state, help } })
  })
const said = () => screen.getAllByRole('log')[0]?.textContent ?? ''

/** Tom's screen, with Marieke beside him. */
async function shown(help: SessionState['help'], ...there: [string, Presence][]) {
  const { people } = session()
  const marieke = { ...people['tom']!, id: 'marieke', name: 'Marieke' }
  const client = clientWith({
    session: {
      me: 'tom',
      state: session({ help, people: { ...people, marieke } }),
      presence: Object.fromEntries(there),
    },
  })
  const send = vi.spyOn(client.session, 'send').mockResolvedValue({ ok: true })
  screens = []
  client.session.sendScreen = (name) => String(screens.push(name))
  renderWith(
    client,
    <>
      <HelperList />
      <Announcer />
    </>,
  )
  store = client.session.store
  await screen.findByRole('heading', { name: 'Wie heeft hulp nodig?' })
  return send
}

test('(29) the check is one line: what is wrong, or that all is well; who is on their way in, at which step', async () => {
  await shown(
    [call('anna'), call('joke'), call('pieter'), call('lotte')],
    here('anna'),
    here('joke', { media: 'trouble' }),
    here('pieter', { microphone: 'none', camera: 'blocked', media: 'off', screen: 'join' }),
    here('lotte', { screen: 'lobby' }),
  )
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
  expect(rows[0]).toContain('Test: alles goed.')
  expect(rows[1]).toContain('Test: zwakke verbinding.')
  expect(rows[2]).toContain('Test: microfoon niet gevonden. Camera niet toegestaan.')
  expect(rows[2]).toContain('nog niet binnen, stap 2')
  expect(rows[3]).toContain('nog niet binnen, stap 3')
})

test('of whoever asks before the browser’s question nothing is known yet, least of all that they are in', async () => {
  const untried = { microphone: 'off', camera: 'off', media: 'off' } as const
  const help = [call('anna'), call('joke'), call('pieter')]
  await shown(
    help,
    here('anna', { ...untried, screen: 'help' }),
    here('joke', { ...untried, screen: 'join' }),
    here('pieter', { ...untried, media: 'on', room: 'plenary', screen: 'help' }),
  )
  const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '')
  expect(rows[0]).toContain('nog niet binnen')
  expect(rows[0]).toContain('Nog niets bekend.')
  expect(rows[0]).not.toContain('stap')
  expect(rows[1]).toContain('nog niet binnen, stap 2')
  expect(rows[1]).toContain('Nog niets bekend.')
  expect(rows[2]).not.toContain('nog niet binnen')
  expect(rows[2]).toContain('Test: alles goed.')
})

test('(29) a call is passed on to another helper who is there', async () => {
  const send = await shown([call('anna', 'tom')], here('anna'), here('tom'), here('marieke'))
  await userEvent.setup().click(screen.getByRole('button', { name: 'Geef door aan Marieke' }))
  expect(send.mock.calls).toEqual([['passHelp', { person: 'anna', helper: 'marieke' }]])
})

test('and to nobody where no other helper is there', async () => {
  await shown([call('anna', 'tom')], here('anna'), here('tom'))
  expect(screen.queryByRole('button', { name: /Geef door/ })).toBeNull()
})

test('whoever is helped by somebody whose line is gone can be helped by another', async () => {
  const help = [call('anna', 'marieke'), call('joke', 'marieke')]
  const send = await shown(help, here('anna'), here('joke'), here('tom'))
  expect(screen.getAllByText('Marieke helpt, maar is nu weg')).toHaveLength(2)
  await userEvent.setup().click(screen.getByRole('button', { name: 'Ik help Anna' }))
  expect(send.mock.calls).toEqual([['takeHelp', { person: 'anna' }]])
  cleanup()
  await shown(help, here('anna'), here('joke'), here('tom'), here('marieke'))
  expect(screen.getAllByText('Marieke helpt')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: /^Ik help/ })).toBeNull()
})

test('whoever is left alone waits again, which is said, and theirs is the strong button', async () => {
  await shown([call('anna', 'marieke')], here('anna'), here('tom'), here('marieke'))
  expect(screen.getByText('Niemand wacht op hulp.')).toBeTruthy()
  act(() => store.setState(({ presence: { marieke: _gone, ...presence } }) => ({ presence })))
  expect(said()).toContain('Anna vraagt om hulp.')
  expect(screen.queryByText('Niemand wacht op hulp.')).toBeNull()
  expect(screen.getByRole('button', { name: 'Ik help Anna' }).classList).toContain('is-primary')
})

test('a call that another helper passes on is said; one that is taken by an own press is not', async () => {
  await shown(
    [call('joke', 'marieke'), call('lotte')],
    here('joke'),
    here('lotte'),
    here('tom'),
    here('marieke'),
  )
  becomes([call('joke', 'tom'), call('lotte', 'tom')])
  expect(said()).toContain('Vanaf nu helpt u Joke.')
  expect(said()).not.toContain('Lotte')
})

test('one’s own call is nobody’s to take, though nothing is known of the own line', async () => {
  await shown([call('anna', 'tom')], here('anna'))
  expect(screen.getByText('Niemand wacht op hulp.')).toBeTruthy()
})

test('(29) how many were helped is said, once somebody was', async () => {
  await shown([])
  expect(screen.queryByText(/Tot nu toe geholpen/)).toBeNull()
  act(() => store.setState(({ state }) => ({ state: state && { ...state, helped: ['anna', 'joke'] } })))
  expect(screen.getByText(/Tot nu toe geholpen: 2 mensen\./)).toBeTruthy()
})

test('(29) the help code beside the name is the one on the own screen of whoever is helped', async () => {
  await shown([call('anna', 'tom')], here('anna'))
  const code = screen.getByText(/hulpcode/).querySelector('b')?.textContent
  expect(code).toMatch(/^\d \d \d$/)
  cleanup()
  renderWith(clientWith({ session: { me: 'anna', state: session() } }), <HelpPanel />)
  expect(screen.getByText(/Uw hulpcode/).querySelector('b')?.textContent).toBe(code)
})

test('(29) in a pause a helper hears no new call, and is given none by another; back, they do', async () => {
  const paused = here('tom', { screen: 'pause' })
  await shown([], paused, here('willem'), here('marieke', { screen: 'pause' }))
  expect(screen.getByText('U hebt pauze. U hoort nieuwe vragen niet. U kunt ze wel zien.')).toBeTruthy()
  expect(screen.getByText('Marieke heeft even pauze.')).toBeTruthy()
  becomes([call('willem')])
  expect(said()).not.toContain('Willem')
  becomes([call('willem', 'tom')])
  expect(screen.queryByRole('button', { name: 'Geef door aan Marieke' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Ik ben er weer' })).toBeTruthy()
})

test('(29) a pause begins and ends with a press', async () => {
  await shown([], here('tom'))
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Even pauze' }))
  expect(screens).toEqual(['pause'])
  act(() => store.setState({ presence: Object.fromEntries([here('tom', { screen: 'pause' })]) }))
  await user.click(screen.getByRole('button', { name: 'Ik ben er weer' }))
  expect(screens).toEqual(['pause', 'calls'])
})
