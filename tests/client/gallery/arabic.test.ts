// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { escape } from '../../support/escape.ts'
import { DESKTOP, findings, lookAt, NARROW, sideways, type Looking } from './looking.ts'
import { MOMENTS } from './states.ts'
import { WAY } from './wayStates.ts'

/** A resident's path from right to left. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('index.html', '.dt-state')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close(), 60_000)

const open = (state: string, size = NARROW) => looking.open(state, size, undefined, { lang: 'ar' })

/** Words that have no Arabic stand between marks of their own direction. */
const borrowed = (shown: Page): Promise<string[]> =>
  shown.evaluate(() => document.body.innerText.match(/\u2066[^\u2069]*/g) ?? [])

/** Nothing is borrowed, nothing lies beside the screen, and axe finds nothing, on a phone and on a desktop. */
async function isWhole(shown: Page): Promise<void> {
  expect(await sideways(shown)).toBeLessThanOrEqual(0)
  expect(await borrowed(shown)).toEqual([])
  await shown.setViewportSize(DESKTOP)
  await expect.poll(() => sideways(shown)).toBeLessThanOrEqual(0)
  expect(await findings(shown)).toEqual([])
}

/** Where the pieces lie, from the first to the last. */
const starts = async (selector: string): Promise<{ x: number; y: number }[]> => {
  const boxes = await Promise.all((await page.locator(selector).all()).map((one) => one.boundingBox()))
  return boxes.flatMap((box) => (box ? [{ x: Math.round(box.x + box.width), y: Math.round(box.y) }] : []))
}

/** In rows from above, and in each row from the right. */
const inOrder = (places: { x: number; y: number }[]): boolean =>
  places.every(({ x, y }, index) => {
    const before = places[index - 1]
    return !before || y > before.y || (y === before.y && x < before.x)
  })

describe.each(Object.keys(MOMENTS))('in Arabic, a room in the state %s', (state) => {
  it(
    'says all of it in Arabic, has no finding of axe, and nothing to scroll sideways',
    { timeout: 120_000 },
    async () => {
      await open(state)
      await isWhole(page)
    },
  )
})

describe.each([
  ['way.html', '#main', WAY],
  ['desk.html', '#main', ['40-between', '35b-participant', '35b-participant-merged']],
] as const)('in Arabic, the pages of %s', (entry, drawn, states) => {
  let way: Looking

  beforeAll(async () => {
    way = await lookAt(entry, drawn)
  }, 240_000)

  afterAll(() => way?.close(), 60_000)

  it.each([...states])('are whole: %s', { timeout: 120_000 }, async (state) => {
    await way.open(state, NARROW, undefined, { lang: 'ar' })
    await isWhole(way.page)
  })
})

describe('from right to left', () => {
  it('the page says so, and whoever sits first sits at the right', { timeout: 90_000 }, async () => {
    await open('05-next', DESKTOP)
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ar',
      'rtl',
    ])
    const tiles = await starts('.dt-tiles > .dt-tile')
    expect(tiles.length).toBe(8)
    expect(inOrder(tiles)).toBe(true)
  })

  it('a round goes on from the right, its numbers rising', { timeout: 90_000 }, async () => {
    await open('05c-round', DESKTOP)
    const chips = await starts('.dt-queue-chip')
    expect(chips.length).toBeGreaterThan(3)
    expect(inOrder(chips)).toBe(true)
    const numbers = (await page.locator('.dt-queue-number').allTextContents()).map(Number)
    expect(numbers).toEqual([...numbers].toSorted((first, second) => first - second))
  })

  it(
    'a time keeps its minutes before its seconds, and figures are those on the tiles',
    { timeout: 90_000 },
    async () => {
      await open('05-next', DESKTOP)
      const words = await page.locator('.dt-state').innerText()
      expect(words).toMatch(/\u2068\d:\d\d\u2069/)
      expect(words).not.toMatch(/[\u0660-\u0669]/)
    },
  )

  it('an arrow points the way one reads', { timeout: 90_000 }, async () => {
    await open('04-plenary', DESKTOP)
    const turned = await page.evaluate(() =>
      [...document.querySelectorAll('.dt-icon.is-way')].map((icon) => getComputedStyle(icon).transform),
    )
    expect(turned.length).toBeGreaterThan(0)
    for (const one of turned) expect(one).toBe('matrix(-1, 0, 0, 1, 0, 0)')
  })

  it('a long name in Latin letters is shortened at its own end', { timeout: 90_000 }, async () => {
    await open('05-long-names')
    const cut = await page.evaluate(
      () =>
        [...document.querySelectorAll('.dt-tile-name bdi')].filter(
          (name) =>
            name.clientWidth > 1 &&
            name.scrollHeight > name.clientHeight &&
            getComputedStyle(name).direction === 'ltr',
        ).length,
    )
    expect(cut).toBeGreaterThan(3)
  })

  it('a menu, the list of keys and the question to leave are in Arabic', { timeout: 120_000 }, async () => {
    await open('05b-idle', DESKTOP)
    await page.getByRole('button', { name: 'مشاركة بطريقة أخرى' }).click()
    await page.getByRole('menuitem', { name: 'المفاتيح' }).click()
    await page.getByRole('dialog', { name: 'المفاتيح' }).waitFor()
    expect(await findings(page)).toEqual([])
    expect(await borrowed(page)).toEqual([])
    await escape(page)
    await page.getByRole('button', { name: 'مغادرة' }).click()
    await page.getByRole('dialog', { name: 'مغادرة اللقاء؟' }).waitFor()
    expect(await findings(page)).toEqual([])
  })
})
