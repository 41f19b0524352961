import { cleanup } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { DialogueClient } from '../../client/core/dialogueClient.ts'
import { RoomProvider } from '../../client/hooks/useRoom.tsx'
import { StateSentence } from '../../client/parts/floor/StateSentence.tsx'
import { Moving } from '../../client/parts/tables/Moving.tsx'
import type { Phase, RoomId } from '../../shared/dialogue/model.ts'
import { clientWith } from './support/client.ts'
import { hall, idOf, NETWORKING, NOW } from './support/hall.ts'
import { renderWith } from './support/render.tsx'

/** A move, said once: by the sentence of state or by the panel under it. */
let client: DialogueClient | undefined

afterEach(() => {
  cleanup()
  client?.close()
})

const announced = (leftMs: number): Phase => ({ name: 'announced', version: 1, deadline: NOW + leftMs })
const recalling: Phase = { name: 'recalling', version: 1, deadline: NOW + 60_000 }

function sentencesOf(phase: Phase, room: RoomId, who = 'Riet'): string[] {
  client = clientWith({ session: { me: idOf(who), state: hall({ phase }), offset: NOW - Date.now() } })
  renderWith(
    client,
    <RoomProvider room={room}>
      <StateSentence />
      <Moving />
    </RoomProvider>,
  )
  const leaves = [...document.querySelectorAll('p, h2')].map(({ textContent }) => textContent ?? '')
  return leaves.flatMap((text) => text.split(/(?<=\.)\s+/)).filter((one) => one.endsWith('.'))
}

test.each([
  ['to a table', announced(14_000), 'plenary'],
  ['to a table, at nought', announced(0), 'plenary'],
  ['back to the main room', recalling, NETWORKING],
])('a move %s says nothing twice', (_where, phase, room) => {
  const said = sentencesOf(phase, room)
  expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
})

test.each([
  ['to a table', announced(14_000), 'plenary'],
  ['back', recalling, NETWORKING],
])('[T2] %s: that there is nothing to do is said', (_where, phase, room) => {
  expect(sentencesOf(phase, room)).toContain('U hoeft niets te doen.')
})
