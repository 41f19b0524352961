// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookAt, type Looking } from './looking.ts'

/** What a small screen shows whole, and what it shortens in a way that one sees. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('index.html', '.dt-state')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

const SMALL = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
]
const TARGET = 44

/** Words that are cut at an edge without a sign that there is more. */
const cut = (): Promise<string[]> =>
  page.evaluate(() => {
    const reaches = (node: Element, out: Element) =>
      node.getBoundingClientRect().right > out.getBoundingClientRect().right + 1
    return [...document.querySelectorAll('.dt-tile')].flatMap((tile) =>
      [...tile.querySelectorAll('.dt-tile-name, .dt-tile-more, .dt-tile-word')].flatMap((words) => {
        const shortened = words.scrollWidth > words.clientWidth + 1 && words.clientWidth > 0
        const told = getComputedStyle(words).textOverflow === 'ellipsis'
        return (shortened && !told) || reaches(words, tile)
          ? [`${words.className}: ${words.textContent}`]
          : []
      }),
    )
  })

/** Buttons of the dock that are not wholly on the screen or lie under something else. */
const hidden = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.dt-dock button')].flatMap((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      if (width === 0) return []
      const points = [
        [x + width / 2, y + 3],
        [x + width / 2, y + height - 3],
      ] as const
      const whole = points.every(([left, top]) => button.contains(document.elementFromPoint(left, top)))
      return whole ? [] : [button.textContent ?? '']
    }),
  )

describe.each(SMALL)('at $width x $height', (size) => {
  it.each([
    '05-next',
    '05-long-names',
    '05b-idle',
    '05c-round',
    '08-my-turn',
    '09-speaking',
    '16-never',
    '04-plenary',
  ])(
    'no word of a tile is cut without a sign, and no button of the dock is hidden: %s',
    async (state) => {
      await looking.open(state, size)
      expect(await cut()).toEqual([])
      expect(await hidden()).toEqual([])
    },
    90_000,
  )

  it('a name is as large to press as its tile', async () => {
    await looking.open('05-long-names', size)
    const targets = await page.evaluate(() => {
      const end = document.querySelector('.dt-dock')?.getBoundingClientRect().top ?? 0
      return [...document.querySelectorAll('.dt-tile:has(.dt-tile-more)')].flatMap((tile) => {
        const { x, y, width, height } = tile.getBoundingClientRect()
        // one scrolls to the tiles behind the dock
        if (y + height > end) return []
        const button = tile.querySelector('.dt-tile-more')
        const hit = (left: number, top: number) =>
          button?.contains(document.elementFromPoint(left, top)) === true
        const covers = hit(x + 8, y + height / 2) && hit(x + width - 8, y + height / 2)
        return [covers && hit(x + width / 2, y + height - 4) ? Math.min(width, height) : 0]
      })
    })
    expect(targets.length).toBeGreaterThan(3)
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(TARGET)
  }, 90_000)
})

it('one’s place in the queue is said in the dock and on one’s tile, and not a third time on a phone', async () => {
  const said = page
    .locator('.dt-state, .dt-dock')
    .getByText('U bent nummer 3 in de rij')
    .filter({ visible: true })
  await looking.open('04-plenary', { width: 360, height: 740 })
  expect(await said.count()).toBe(1)
  await looking.open('04-plenary')
  expect(await said.count()).toBe(2)
}, 90_000)
