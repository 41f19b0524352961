import type { Page } from 'playwright-core'

/**
 * Press Escape as somebody does who sees what they close: once the focus is in a dialog or a menu.
 * While one opens, or gives the focus back to the one behind it, the key would be for the page.
 * Resolves when what was closed is gone.
 */
export async function escape(page: Page): Promise<void> {
  const over = await page.waitForFunction(() => document.activeElement?.closest('[role=dialog], [role=menu]'))
  await page.keyboard.press('Escape')
  await over.asElement()?.waitForElementState('hidden')
}
