// @vitest-environment node
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK_MOMENTS } from './deskStates.ts'
import { DESKTOP, lookAt, type Looking } from './looking.ts'
import { MOMENTS } from './states.ts'
import { WAY } from './wayStates.ts'

/** A name turns nothing around it: neither one in another script nor one with a mark of direction in it (RLO). */
const NAMES = { Hebrew: 'שרה', Arabic: 'سميرة', turning: 'Evil\u202Egnp' }

/** Places where a name stands in a row with other words without being set apart. */
function loose(name: string): string[] {
  const setApart = (node: Node): boolean => {
    const own = node.parentElement?.closest('bdi, [dir="auto"], input, textarea, option')
    return own !== null && own !== undefined
  }
  const marked = (text: string): boolean => {
    const outside = text.replace(/\u2068[^\u2069]*\u2069/g, '')
    return !outside.includes(name)
  }
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    if (!text.includes(name) || node.parentElement?.closest('script, style')) continue
    if (!marked(text) && !setApart(node)) found.push(`${node.parentElement?.outerHTML.slice(0, 140)}`)
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]')) {
    for (const attribute of ['aria-label', 'title', 'alt', 'placeholder']) {
      const text = element.getAttribute(attribute) ?? ''
      const alone = text.replace(/\d+$/, '') === name
      if (text.includes(name) && !alone && !marked(text)) found.push(`${attribute}="${text}"`)
    }
  }
  return found
}

const SCREENS = [
  ['index.html', '.dt-state', Object.keys(MOMENTS)],
  ['desk.html', '#main', Object.keys(DESK_MOMENTS)],
  ['way.html', '#main', [...WAY]],
] as const

describe.each(SCREENS)('in the gallery %s', (entry, drawn, states) => {
  let looking: Looking
  let page: Page

  beforeAll(async () => {
    looking = await lookAt(entry, drawn)
    page = looking.page
  }, 240_000)

  afterAll(() => looking?.close(), 60_000)

  it.each(states)('a name is set apart wherever it stands: %s', { timeout: 120_000 }, async (state) => {
    for (const name of [NAMES.Hebrew, NAMES.turning]) {
      await looking.open(state, DESKTOP, undefined, { names: name })
      expect(await page.evaluate(loose, name), name).toEqual([])
    }
  })
})

describe('what is said aloud', () => {
  it.each(Object.entries(NAMES))('keeps a name apart: %s', { timeout: 120_000 }, async (_script, name) => {
    const looking = await lookAt('index.html', '.dt-state')
    try {
      for (const lang of ['nl', 'ar']) {
        await looking.open('05-next', DESKTOP, undefined, { names: name, lang })
        const said = looking.page.locator('[role="log"] p').first()
        const words = (await said.textContent()) ?? ''
        expect(words).toContain(name.replaceAll('\u202E', ''))
        expect(words).not.toContain('\u202E')
        expect(await said.getAttribute('dir')).toBe('auto')
        if (name !== NAMES.turning || lang === 'ar') expect(words).toMatch(/\u2068[^\u2069]+\u2069/)
      }
    } finally {
      await looking.close()
    }
  })
})
