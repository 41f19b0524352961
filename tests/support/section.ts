import type { Page } from 'playwright-core'

/** To one of the organiser's sections: by its tab, and on a telephone from the menu. */
export async function goTo(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name })
  const menu = page.getByRole('button', { name: /^Onderdeel: / })
  await tab.or(menu).waitFor()
  if (await tab.isVisible()) return tab.click()
  await menu.click()
  await page.getByRole('menuitemradio', { name }).click()
}
