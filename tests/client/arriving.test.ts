import { afterEach, expect, it } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { followRoom } from '../../client/core/room/roomView.ts'
import { sentence } from '../../client/parts/floor/sentence.ts'
import { clientWith } from './support/client.ts'
import { floor, hall, idOf, NETWORKING } from './support/hall.ts'

let client: DialogueClient
afterEach(() => client.close())

const said = () => {
  const view = followRoom(client, NETWORKING).getState()
  return view ? sentence(view).sub.map(({ key }) => key) : null
}

function arrives(name: string) {
  client = clientWith({ session: { me: idOf(name), state: hall({ floor: floor({}) }) } })
}

it('says nothing of sound and picture on arrival, before they were asked for', () => {
  arrives('Riet')
  expect(client.media.store.getState().status).toBe('off')
  expect(said()).not.toContain('whole.mediaOff')
})

it('says that they are off once they could not be had', () => {
  arrives('Riet')
  client.media.store.setState({ status: 'trouble' })
  expect(said()).toContain('whole.mediaOff')
})
