import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Voice } from '../../server/voices/voice.ts'
import type { LinkRow } from '../../shared/protocol.ts'
import { launchChromium } from '../support/chromium.ts'
import { listen, type Ear } from '../support/ear.ts'
import { escape } from '../support/escape.ts'
import { direct, organise } from '../support/leading.ts'
import { startProduct, type Product } from '../support/product.ts'
import { enter, press } from '../support/resident.ts'
import { sfuOf, type SfuView } from '../support/sfuView.ts'
import { until } from '../support/until.ts'

let product: Product
let sfu: SfuView
let organiser: Voice
let browser: Browser
let resident: Page
let helper: Page
let neighbour: Page
let asker: LinkRow
let ears: { resident: Ear; helper: Ear; neighbour: Ear }
const faults: string[][] = []

beforeAll(async () => {
  product = await startProduct()
  sfu = sfuOf(product)
  const rows = await product.everybody()
  const [first, second] = rows.filter((row) => row.role === 'participant') as [LinkRow, LinkRow]
  const tom = rows.find((row) => row.role === 'helper')
  if (!tom) throw new Error('the demonstration has no helper')
  asker = first
  organiser = await organise(product)
  await direct(organiser, 'openPlenary', {})
  await direct(organiser, 'setMode', { room: 'plenary', mode: 'free' })
  browser = await launchChromium()
  const entered = [
    await enter(browser, first.url),
    await enter(browser, second.url),
    await enter(browser, tom.url, []),
  ] as const
  ;[resident, neighbour, helper] = entered.map(({ page }) => page) as [Page, Page, Page]
  faults.push(...entered.map((one) => one.faults))
  ears = {
    resident: await listen(resident),
    neighbour: await listen(neighbour),
    helper: await listen(helper),
  }
}, 300_000)
afterAll(async () => {
  await Promise.allSettled([browser?.close(), organiser?.close()])
  await product?.stop()
}, 120_000)

test('a helper and a resident talk apart by three presses, and the neighbour in the room hears nothing of it', async () => {
  await press(resident, 'Ik heb hulp nodig')
  await press(resident, 'Laat een helper komen')
  await press(helper, /^Ik help /)
  await escape(resident)
  const before = await ears.neighbour.now()
  const atResident = await ears.resident.now()
  await press(helper, /^Praat met /)
  await until('the resident hears the helper', () => ears.resident.firstSoundAfter(atResident), 30_000)
  expect(await ears.helper.firstSoundAfter(0)).toBeNull()
  await press(resident, 'Praat terug')
  await until('the helper hears the resident', () => ears.helper.firstSoundAfter(0), 30_000)
  expect(await sfu.sounding(asker.person)).toBe(true)
  await press(resident, 'Stop met praten')
  await until(
    'nothing of the resident sounds anywhere',
    async () => !(await sfu.sounding(asker.person)),
    10_000,
  )
  expect(await ears.neighbour.firstSoundAfter(before)).toBeNull()
}, 240_000)

test('[F9] after it the room hears the resident by their own press, as before', async () => {
  const before = await ears.neighbour.now()
  await press(helper, /^Stop het gesprek/)
  await resident.getByRole('button', { name: 'Praat terug' }).waitFor({ state: 'detached' })
  await press(resident, 'Zet microfoon aan')
  await until('the neighbour hears', () => ears.neighbour.firstSoundAfter(before), 30_000)
  expect(faults.flat()).toEqual([])
}, 120_000)
