import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { ownHouse } from '../support/ownHouse.ts'
import { threeInPlenary, type Three } from '../support/three.ts'

/** Threat 1 on the control channel: what devices say of their connections, and who hears of a copied pass. */
const { house } = ownHouse()
let three: Three
afterEach(() => Promise.all([three.saskia, three.riet, three.mehmet].map(({ line }) => line.close())))

const copied = (noticed: boolean) => {
  for (const listener of house.media.listeners)
    listener.copied?.(three.session, 'plenary', three.riet.row.id, noticed)
}
/** Until whatever was sent before has arrived. */
const settled = ({ line }: Three['riet']) => line.command('lowerHand', { room: 'plenary' })
const told = ({ line }: Three['riet']) => line.frames.filter(({ kind }) => kind === 'putOut')

test('a device says which connection is its own, and with which pass its place was taken', async () => {
  three = await threeInPlenary(house)
  const person = three.riet.row.id
  three.riet.line.raw(JSON.stringify({ kind: 'joined', lease: 'lease', connection: 'PA_1' }))
  const id = randomUUID()
  three.riet.line.raw(JSON.stringify({ kind: 'ask', id, type: 'joinRoom', displaced: 'lease' }))
  await three.riet.line.next('answer', (frame) => frame.id === id)
  expect(house.media.said).toEqual([
    { session: three.session, person, lease: 'lease', connection: 'PA_1' },
    { person, displaced: 'lease' },
  ])
})

test('whoever leads hears of it once, and nobody else does', async () => {
  three = await threeInPlenary(house)
  copied(true)
  copied(true)
  await Promise.all([three.saskia, three.riet, three.mehmet].map(settled))
  expect(told(three.saskia)).toEqual([{ kind: 'putOut', person: three.riet.row.id }])
  expect([...told(three.riet), ...told(three.mehmet)]).toEqual([])
})

test('the person is told too where their device did not notice', async () => {
  three = await threeInPlenary(house)
  copied(false)
  await Promise.all([three.saskia, three.riet, three.mehmet].map(settled))
  expect([told(three.saskia), told(three.riet), told(three.mehmet)].map((frames) => frames.length)).toEqual([
    1, 1, 0,
  ])
})

test('with no device of theirs there it may have been their own line: nobody is alarmed', async () => {
  three = await threeInPlenary(house)
  await three.riet.line.close()
  await three.saskia.line.next('presence', ({ people }) =>
    people.some(({ person, state }) => person === three.riet.row.id && state === 'away'),
  )
  copied(false)
  await settled(three.saskia)
  expect(told(three.saskia)).toEqual([])
})
