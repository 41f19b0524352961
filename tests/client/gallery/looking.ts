import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { launchChromium } from '../../support/chromium.ts'
import { serveGallery, type Entry } from './serve.ts'

/** Looking at a page of the gallery as axe and as a narrow window do. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const DESKTOP = { width: 1280, height: 800 }
export const NARROW = { width: 320, height: 640 }

/** What axe finds, one line per finding. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    const { run } = (globalThis as unknown as { axe: { run: typeof import('axe-core').run } }).axe
    const { violations } = await run(document, { runOnly: tags })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
  }, TAGS)
}

/** How far a page can be scrolled sideways, in pixels: it should not. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** Words in these elements that stand on more than one line, and so are broken in their middle. */
export const brokenWords = (page: Page, elements: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const range = document.createRange()
    const linesOf = (text: Text, from: number, to: number) => {
      range.setStart(text, from)
      range.setEnd(text, to)
      return new Set(
        [...range.getClientRects()].flatMap(({ top, width }) => (width > 1 ? [Math.round(top)] : [])),
      ).size
    }
    return [...document.querySelectorAll(selector)].flatMap((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const broken: string[] = []
      while (texts.nextNode())
        for (const { 0: word, index } of (texts.currentNode as Text).data.matchAll(/[^\s-]+-?/g))
          if (linesOf(texts.currentNode as Text, index, index + word.length) > 1) broken.push(word)
      return broken
    })
  }, elements)

/** A gallery in a browser of its own. */
export interface Looking {
  page: Page
  /** Show one state; resolves when it is drawn. */
  open(
    state: string,
    size?: { width: number; height: number },
    theme?: string,
    /** `lang`, and `names`: everybody is called so. */
    more?: Record<string, string>,
  ): Promise<void>
  close(): Promise<void>
}

/** `drawn`: what is there once a state is shown. */
export async function lookAt(entry: Entry, drawn: string): Promise<Looking> {
  const gallery = await serveGallery(entry)
  const browser = await launchChromium({ locale: 'nl-NL' })
  const page = await browser.newPage()
  page.setDefaultTimeout(80_000)
  return {
    page,
    async open(state, size = DESKTOP, theme, more) {
      await page.setViewportSize(size)
      await page.goto(gallery.url(state, theme, more))
      await page.locator(drawn).waitFor()
    },
    async close() {
      await browser.close()
      await gallery.stop()
    },
  }
}
