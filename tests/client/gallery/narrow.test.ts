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

/** Words on tiles that are cut, or reach over the edge of theirs. `told`: with a sign that there is more, it is none. */
const cut = (told: boolean): Promise<string[]> =>
  page.evaluate((mayEnd) => {
    const reaches = (node: Element, out: Element) => {
      const [inner, outer] = [node.getBoundingClientRect(), out.getBoundingClientRect()]
      return inner.right > outer.right + 1 || inner.left < outer.left - 1 || inner.bottom > outer.bottom + 1
    }
    const shortened = (words: Element) =>
      words.scrollWidth > words.clientWidth + 1 || words.scrollHeight > words.clientHeight + 1
    return [...document.querySelectorAll('.dt-tile')].flatMap((tile) =>
      [...tile.querySelectorAll('.dt-tile-name bdi, .dt-tile-me, .dt-tile-word')].flatMap((words) => {
        // what is only there to be said aloud
        if (!words.checkVisibility() || words.getBoundingClientRect().width <= 1) return []
        const ends = mayEnd && getComputedStyle(words).webkitLineClamp === '2'
        const block = getComputedStyle(words).display !== 'inline'
        return (block && shortened(words) && !ends) || reaches(words, tile)
          ? [`${words.className}: ${words.textContent}`]
          : []
      }),
    )
  }, told)

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
      expect(await cut(true)).toEqual([])
      expect(await hidden()).toEqual([])
    },
    90_000,
  )

  it.each(['04-full-names', '05-full-names', '05-next', '05-interpreter'])(
    'with a first name and a family name nothing on a tile is cut: %s',
    async (state) => {
      await looking.open(state, size)
      expect(await cut(false)).toEqual([])
    },
    90_000,
  )

  it('the first name stands on a tile, the whole one is said, and it stands there where two have the same', async () => {
    await looking.open('05-full-names', size)
    const seen = await page
      .locator('.dt-tile-name bdi')
      .evaluateAll((names) =>
        names
          .filter((name) => name.checkVisibility() && name.getBoundingClientRect().width > 1)
          .map(({ textContent }) => textContent),
      )
    expect(seen).toContain('Samira')
    expect(seen.filter((name) => name?.startsWith('Willem'))).toEqual(['Willem Bakker', 'Willem Vos'])
    await page.getByRole('button', { name: /^Samira El Amrani\b/ }).waitFor()
  }, 90_000)

  it('whoever interprets at the table stays in sight while the seats scroll', async () => {
    await looking.open('05-interpreter', size)
    const apart = page.getByRole('region', { name: 'Tolk' })
    expect(await apart.innerText()).toContain('Noor')
    expect(await page.locator('ol.dt-tiles > .dt-tile').count()).toBe(8)
    await page.locator('ol.dt-tiles > .dt-tile').last().scrollIntoViewIfNeeded()
    const reached = await apart.evaluate((place) => {
      const { left, top, width, height } = place.getBoundingClientRect()
      return place.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    expect(reached).toBe(true)
  }, 90_000)

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
