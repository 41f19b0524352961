import { afterEach } from 'vitest'
import { windows } from './resident.ts'

/** What stood on every screen when a test failed: a wait that ended says only what it waited for. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of windows) {
    const text = await page.evaluate(() => document.body.innerText).catch(String)
    console.error(`— ${page.url()}\n${text.slice(0, 600)}\n`)
  }
})
