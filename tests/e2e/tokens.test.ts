import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import { framesIn } from '../../shared/channel/frames.ts'
import type { LinkRow, MediaPass, ServerFrame } from '../../shared/protocol.ts'
import { joinAs } from '../support/bot.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { direct, organise } from '../support/leading.ts'
import { insider } from '../support/intruder.ts'
import { until } from '../support/until.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, PARTICIPANT, press } from '../support/resident.ts'
import { sfuOf } from '../support/sfuView.ts'

/** Tokens in the wrong hands, beside the browsers of the product: one that was copied (threat 1), and an old one (threat 25). */
const ROOM = 'plenary'
const COPIED = 'Iemand anders deed mee met uw geluid. Die gaat eruit en u komt vanzelf terug.'
let product: Product
let organiser: Voice
let ours: Browser
let rows: LinkRow[]
let ear: Ear
/** The browser that speaks without a pause, and the passes it was given. */
let speaker: Page
const passes: MediaPass[] = []
const frames: ServerFrame[] = []

beforeAll(async () => {
  product = await startProduct()
  rows = (await product.everybody()).filter((row) => row.role === 'participant')
  organiser = await organise(product, (frame) => frames.push(frame))
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'setMode', { room: ROOM, mode: 'free' })
  ours = await launchChromium()
  const neighbour = await enter(ours, rows[0]?.url ?? '', PARTICIPANT, humming)
  ear = await listen(neighbour.page)
  await enter(ours, rows[1]?.url ?? '', PARTICIPANT, humming)
  await press(speaker, 'Zet microfoon aan')
  await until('the neighbour hears it', async () => (await ear.firstSoundAfter(0)) !== null, 20_000)
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([ours?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

/** With a microphone that hums, and with its passes known as somebody would know them who listens in. */
async function humming(page: Page): Promise<void> {
  speaker = page
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (!wanted?.audio) return real(wanted)
      const sound = new AudioContext()
      const tone = new OscillatorNode(sound, { frequency: 220 })
      const out = new MediaStreamAudioDestinationNode(sound)
      tone.connect(out)
      tone.start()
      return out.stream
    }
  })
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (typeof payload !== 'string' || !payload.includes('"pass"')) return
      for (const frame of framesIn(payload))
        if (frame.kind === 'answer' && frame.pass && page === speaker) passes.push(frame.pass)
    }),
  )
}

const told = (kind: ServerFrame['kind']) => frames.filter((frame) => frame.kind === kind)

test('a copied pass: the person reads it and is back by themselves, the copy is out, whoever leads knows', async () => {
  const { url, token, lease } = passes.at(-1) as MediaPass
  const began = Date.now()
  // it may be out before it is in
  const thief = joinAs(url, token, { hears: false }).catch(() => null)
  await speaker.getByText(COPIED).first().waitFor({ timeout: 3_000 })
  await until('the person has another pass', () => passes.at(-1)?.lease !== lease, 3_000)
  const identity = `${rows[1]?.person}:${lease}`
  await until('the copy is out', async () => !(await sfuOf(product).has(identity)), 5_000)
  expect(Date.now() - began).toBeLessThan(5_000)
  await until('whoever leads knows', () => told('putOut').length > 0, 3_000)
  expect(told('putOut')).toEqual([{ kind: 'putOut', person: rows[1]?.person }])
  const from = await ear.now()
  await until('the person is heard again', async () => (await ear.firstSoundAfter(from)) !== null, 5_000)
  await Promise.race([thief, pause(4_000)])
})

test('an old token that is tried over and over: it is worth nothing soon, and who talks is heard on', async () => {
  const other = await insider(rows[2]?.url ?? '', 'Oud')
  const old = await other.pass()
  await other.pass()
  const from = await ear.now()
  for (let tries = 0; tries < 20 && told('renewed').length === 0; tries += 1) {
    const trying = joinAs(old.url, old.token, { hears: false })
    await Promise.race([trying.catch(() => undefined), pause(4_000)])
    await pause(500)
  }
  expect(told('renewed')).toHaveLength(1)
  await pause(4_000)
  expect(await ear.longestSilence(from, await ear.now())).toBeLessThanOrEqual(1_000)
  await expect(joinAs(old.url, old.token)).rejects.toThrow()
  const there = (await sfuOf(product).participants()).map(({ identity }) => identity.split(':')[0])
  expect(there).toEqual(expect.arrayContaining([organiser.person, rows[0]?.person, rows[1]?.person]))
  other.session.close()
})
