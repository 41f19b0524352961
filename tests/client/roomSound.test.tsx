import type { Track } from 'livekit-client'
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RoomSound } from '../../client/parts/media/RoomSound.tsx'
import { Notices } from '../../client/parts/tables/Notices.tsx'
import { setLocale } from '../../client/parts/ui/text.tsx'
import { RoomProvider } from '../../client/hooks/useRoom.tsx'
import { pluggedIn, type Plugged } from '../support/fakeTracks.ts'
import { session } from './organiseStates.ts'
import { clientWith } from './support/client.ts'
import { renderWith } from './support/render.tsx'

const LOUD: Plugged = { kind: 'audiooutput', deviceId: 'out-1', label: 'Luidsprekers' }
const HEADSET: Plugged = { kind: 'audiooutput', deviceId: 'out-2', label: 'Koptelefoon' }
const HEADSET_AGAIN: Plugged = { ...HEADSET, deviceId: 'out-9' }

/** Where each sound was told to come from, in order. */
let told: string[] = []
/** Where it cannot come from. */
let refuses: string[] = []
beforeEach(() => {
  setLocale('nl')
  told = []
  refuses = []
  HTMLMediaElement.prototype.setSinkId = (id) => {
    told.push(id)
    return refuses.includes(id) ? Promise.reject(new Error('it is not there')) : Promise.resolve()
  }
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId')
})

/** Somebody sounds, and the headset was chosen. */
async function listening() {
  const { plug } = pluggedIn([LOUD, HEADSET], { namesAtOnce: true })
  const client = clientWith({ session: { me: 'riet', state: session() } })
  const { choices } = client.media.devices
  choices.choose('speaker', { id: HEADSET.deviceId, label: HEADSET.label })
  await choices.look()
  const end = choices.watch()
  const track = { attach: vi.fn(), detach: vi.fn() }
  client.media.tracks.setState({ sounds: [{ key: 'a', person: 'els', track: track as unknown as Track }] })
  renderWith(
    client,
    <RoomProvider room="plenary">
      <RoomSound />
      <Notices />
    </RoomProvider>,
  )
  const plugs = async (...now: Plugged[]) => act(async () => plug(now))
  return { plugs, track, end, choices }
}
const words = () => screen.findByText(/Uw koptelefoon of luidspreker is weg/)

test('[V14] a headset that goes away: the sound goes on from the device itself, and it is said', async () => {
  const { plugs, track, choices, end } = await listening()
  expect(told).toEqual(['out-2'])
  await plugs(LOUD)
  await vi.waitFor(() => expect(told.at(-1)).toBe(''))
  await words()
  expect(track.attach).toHaveBeenCalledTimes(1)
  expect(track.detach).not.toHaveBeenCalled()
  await plugs(LOUD, HEADSET_AGAIN)
  await vi.waitFor(() => expect(told.at(-1)).toBe('out-9'))
  expect(screen.queryByText(/is weg/)).toBeNull()
  expect(choices.store.getState().offered, 'it is used already').toBeNull()
  end()
})

test('what was read is not said again', async () => {
  const { plugs, end } = await listening()
  await plugs(LOUD)
  await words()
  await userEvent.setup().click(screen.getByRole('button', { name: /gelezen/i }))
  expect(screen.queryByText(/is weg/)).toBeNull()
  end()
})

test('a browser that refuses a loudspeaker plays on where it did', async () => {
  refuses = ['out-2']
  const { track, end } = await listening()
  expect(told).toEqual(['out-2'])
  expect(track.attach).toHaveBeenCalledTimes(1)
  expect(track.detach).not.toHaveBeenCalled()
  end()
})
