import jsQR from 'jsqr'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLinks } from '../../server/dialogues/links.ts'
import { findings } from '../client/gallery/looking.ts'
import { launchChromium } from '../support/chromium.ts'
import { INSTANCE_KEY, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { redeem } from '../support/visitor.ts'

/** Letters as they come out of a printer: drawn by a browser, and scanned from their pixels. */

const { house } = ownHouse({ phone: '088 000 00 00' })
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium({ locale: 'nl-NL' })
}, 120_000)
afterAll(async () => {
  await browser?.close()
})

const NAMES = ['Riet', 'Éva <b>de Wit</b>', 'محمد']

async function evening() {
  const made = await house.open.services.dialogues.make({
    title: 'Groen & rust <i>in</i> de wijk',
    promise: null,
    startsAt: Date.UTC(2026, 11, 8, 18, 30),
    endsAt: Date.UTC(2026, 11, 8, 20, 30),
    demo: false,
    people: [somebody('Saskia', 'organiser'), ...NAMES.map((name) => somebody(name))],
  })
  const [first] = made.people
  if (!first) throw new Error('nobody there')
  return { people: made.people, saskia: await redeem(house.link(first)) }
}

/** The page as the organiser's browser shows it, and every address it asks for. */
async function opened(cookie: string, url: string) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 1400 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: house.origin }])
  const asked: string[] = []
  const page = await context.newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(url)
  return { page, asked, close: () => context.close() }
}

test('each letter is one sheet with name, date, link, code and telephone, and its square is read back as the person’s own link', async () => {
  const { people, saskia } = await evening()
  const { page, asked, close } = await opened(saskia.cookie, `${saskia.home}api/letters`)
  const letters = page.locator('article')
  expect(await letters.count()).toBe(people.length)
  for (const [index, person] of people.entries()) {
    const letter = letters.nth(index)
    const said = await letter.innerText()
    for (const part of [person.name, house.link(person), 'dinsdag 8 december 2026', 'Bel 088 000 00 00'])
      expect(said).toContain(part)
    expect(await scanned(page, index)).toBe(house.link(person))
    const code = await letter.locator('.code').innerText()
    expect(await house.open.services.entrance.byCode(code)).toEqual({
      secret: house.link(person).split('/j/')[1],
    })
  }
  expect(asked.every((url) => url.startsWith(house.origin))).toBe(true)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(people.length)
  await close()
}, 120_000)

async function scanned(page: Awaited<ReturnType<typeof opened>>['page'], index: number) {
  const png = await page.locator('.qr').nth(index).screenshot()
  const pixels = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const drawn = canvas.getContext('2d')
    drawn?.drawImage(image, 0, 0)
    const data = drawn?.getImageData(0, 0, image.width, image.height).data
    return { width: image.width, height: image.height, data: [...(data ?? [])] }
  }, png.toString('base64'))
  return jsQR(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data
}

test('letters for those who were chosen are for them alone, and on a narrow screen nothing is cut off', async () => {
  const { people, saskia } = await evening()
  const chosen = people.slice(1, 3)
  const { page, close } = await opened(saskia.cookie, saskia.home)
  await page.evaluate(
    ({ ids, action }) => {
      const form = Object.assign(document.createElement('form'), { method: 'post', action })
      form.append(Object.assign(document.createElement('input'), { name: 'people', value: ids }))
      document.body.append(form)
      form.submit()
    },
    { ids: chosen.map(({ id }) => id).join(','), action: `${saskia.home}api/letters` },
  )
  await page.locator('article').first().waitFor()
  expect(await page.locator('h2').allInnerTexts()).toEqual(chosen.map(({ name }) => name))
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  expect(await findings(page)).toEqual([])
  await page.evaluate(() => Object.assign(globalThis, { print: () => document.body.append('printed') }))
  await page.getByRole('button', { name: 'Druk 2 brieven af' }).press('Enter')
  await page.getByText('printed').waitFor()
  await close()
}, 120_000)

test('the page that stops mail is read and pressed on a narrow screen, without a script', async () => {
  const { people } = await evening()
  const [person] = people
  if (!person) throw new Error('nobody there')
  await house.store.mail.setAddress(person.id, 'saskia@gemeente.example')
  const links = createLinks(INSTANCE_KEY, house.url)
  const url = links.noMailUrl(person.id, 'saskia@gemeente.example')
  const { page, asked, close } = await opened('none=none', url)
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Geen mail meer' }).press('Enter')
  await page.getByRole('heading', { name: /^U krijgt geen mail meer over/ }).waitFor()
  expect(await findings(page)).toEqual([])
  expect((await house.store.mail.address(person.id))?.noMail).toBe(true)
  expect(asked.every((one) => one.startsWith(house.origin))).toBe(true)
  await close()
}, 120_000)
