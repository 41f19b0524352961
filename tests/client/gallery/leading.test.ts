// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESKTOP, findings, lookAt, NARROW, sideways, type Looking } from './looking.ts'

/** What a facilitator and an organiser have around their work: the bar above it and the foot below. */
let looking: Looking
let page: Page

beforeAll(async () => {
  looking = await lookAt('desk.html', '#main')
  page = looking.page
}, 240_000)

afterAll(() => looking?.close())

describe('the bar of whoever leads', () => {
  it.each(['31-programme', '31-lead', '14-tables', '10-part-over', '10-part'])(
    'is one row on a desktop, and nothing in it is cut: %s',
    async (state) => {
      await looking.open(state)
      const bar = page.locator('.dt-organise-bar, .dt-desk-bar')
      expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(64)
      const cut = await bar.evaluate((row) =>
        [...row.querySelectorAll('h1, li, button, .dt-part-time > span, .dt-organise-count')].flatMap(
          (words) =>
            words.scrollHeight > words.clientHeight + 1 || words.scrollWidth > words.clientWidth + 1
              ? [words.textContent]
              : [],
        ),
      )
      expect(cut).toEqual([])
    },
    90_000,
  )
})

describe('the devices of whoever leads', () => {
  it.each([
    ['10-desk', DESKTOP],
    ['10-desk', NARROW],
    ['31-lead', DESKTOP],
  ])(
    'can be chosen as at a table: %s at $width px',
    async (state, size) => {
      await looking.open(state, size)
      await page.getByRole('button', { name: 'Camera, microfoon en geluid kiezen' }).click()
      await page.getByRole('dialog', { name: 'Camera, microfoon en geluid' }).waitFor()
      expect(await findings(page)).toEqual([])
      expect(await sideways(page)).toBeLessThanOrEqual(0)
    },
    90_000,
  )
})
