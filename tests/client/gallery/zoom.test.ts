// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, findings, lookAt, sideways, type Looking } from './looking.ts'

/** What somebody sees who made the letters larger, holds a telephone on its side, or lets their device choose the colours. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('index.html', '.dt-state')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close(), 60_000)

const STATES = [
  '04-plenary',
  '05-next',
  '05b-idle',
  '08-my-turn',
  '32-my-answer',
  'typed-typing',
  '16-lost',
  'ended',
]
const ON_ITS_SIDE = { width: 640, height: 320 }

/** Letters as many times larger as somebody set them in the browser: 16 px is what browsers begin with. */
async function enlarge(times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 * times, fixed: 13 * times } })
  await devtools.detach()
}

/** Buttons that cannot be brought onto the screen whole: what scrolls is scrolled to them first. */
const outOfReach = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button')].flatMap((button) => {
      if (!button.checkVisibility()) return []
      button.scrollIntoView({ block: 'center', inline: 'center' })
      const { x, y, width, height } = button.getBoundingClientRect()
      if (width === 0) return []
      const found = document.elementFromPoint(x + width / 2, y + Math.min(height / 2, 20))
      return found && button.contains(found) ? [] : [button.textContent ?? '']
    }),
  )

describe.each([2, 4])('with letters %i times as large', (times) => {
  afterAll(() => enlarge(1))

  it.each(STATES)(
    'nothing is to be scrolled sideways, and every button can be reached: %s',
    { timeout: 90_000 },
    async (state) => {
      await enlarge(times)
      await looking.open(state, DESKTOP)
      await expect.poll(() => sideways(page)).toBeLessThanOrEqual(0)
      expect(await outOfReach()).toEqual([])
    },
  )
})

/** What somebody may set for themselves (WCAG 1.4.12). */
const ROOM =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }'

describe('with more room', () => {
  it.each(STATES)(
    'with more room between letters, words and lines nothing is cut: %s',
    { timeout: 90_000 },
    async (state) => {
      await looking.open(state, DESKTOP)
      await page.addStyleTag({ content: ROOM })
      await expect.poll(() => sideways(page)).toBeLessThanOrEqual(0)
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('button, .dt-state-text')].flatMap((words) =>
          words.checkVisibility() && words.scrollWidth > words.clientWidth + 1 && !words.closest('.dt-tile')
            ? [words.textContent]
            : [],
        ),
      )
      expect(cut).toEqual([])
    },
  )
})

describe('on a telephone that lies on its side', () => {
  it.each(STATES)(
    'nothing is to be scrolled sideways, and every button can be reached: %s',
    { timeout: 90_000 },
    async (state) => {
      await looking.open(state, ON_ITS_SIDE)
      expect(await sideways(page)).toBeLessThanOrEqual(0)
      expect(await outOfReach()).toEqual([])
      expect(await findings(page)).toEqual([])
    },
  )
})

describe('with the colours of the device', () => {
  it.each(STATES)('axe finds nothing, and a button has an edge: %s', { timeout: 90_000 }, async (state) => {
    await page.emulateMedia({ forcedColors: 'active' })
    try {
      await looking.open(state, DESKTOP)
      expect(await findings(page)).toEqual([])
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll('button')].flatMap((button) => {
          if (!button.checkVisibility()) return []
          const { borderTopWidth, textDecorationLine } = getComputedStyle(button)
          const told = parseFloat(borderTopWidth) > 0 || textDecorationLine.includes('underline')
          return told || button.closest('.dt-tile, nav') ? [] : [button.textContent ?? '']
        }),
      )
      expect(bare).toEqual([])
    } finally {
      await page.emulateMedia({ forcedColors: null })
    }
  })
})

it('who asks for less motion sees the same: nothing moves by itself', { timeout: 90_000 }, async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await looking.open('08-my-turn', DESKTOP)
  const moving = await page.evaluate(() => document.getAnimations().length)
  await page.emulateMedia({ reducedMotion: null })
  expect(moving).toBe(0)
})
