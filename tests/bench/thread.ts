import type { CDPSession, Page } from 'playwright-core'

/** What keeps the main thread of a page busy, from the first moment of its document. */
export interface Watched {
  /** When the button stood there and no task had held the page up for so long; ms since the page was opened, or null while it is not so. */
  usable(quietMs: number): Promise<number | null>
  during(ms: number): Promise<{ framesPerSecond: number; busyMsPerSecond: number; longestTaskMs: number }>
}

interface Seen {
  button: number | null
  frames: number
  /** Over 50 ms, as the browser tells of them. */
  tasks: { from: number; to: number }[]
}
declare global {
  interface Window {
    seen?: Seen
  }
}

/** Runs in the page. */
function look(button: string): void {
  const seen: Seen = (window.seen = { button: null, frames: 0, tasks: [] })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.tasks.push({ from: startTime, to: startTime + duration })
  }).observe({ type: 'longtask', buffered: true })
  const frame = () => {
    seen.frames += 1
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  if (button === '') return
  const looking = new MutationObserver(() => {
    if (![...document.querySelectorAll('button')].some((one) => one.textContent?.trim() === button)) return
    seen.button = performance.now()
    looking.disconnect()
  })
  looking.observe(document, { childList: true, subtree: true, characterData: true })
}

export async function watchThread(page: Page, line: CDPSession, button = ''): Promise<Watched> {
  // the compiler gives functions their names through this
  await page.addInitScript({ content: 'globalThis.__name = (own) => own' })
  await page.addInitScript(look, button)
  await line.send('Performance.enable')
  const busyMs = async () => {
    const { metrics } = await line.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000
  }
  const frames = () => page.evaluate(() => ({ count: window.seen?.frames ?? 0, at: performance.now() }))
  return {
    usable: (quietMs) =>
      page.evaluate((quiet) => {
        const { button: there = null, tasks = [] } = window.seen ?? {}
        if (there === null) return null
        const last = Math.max(there, ...tasks.map(({ to }) => to))
        return performance.now() - last > quiet ? last : null
      }, quietMs),
    async during(ms) {
      const [before, busyBefore] = [await frames(), await busyMs()]
      await page.waitForTimeout(ms)
      const [after, busyAfter] = [await frames(), await busyMs()]
      const seconds = (after.at - before.at) / 1_000
      const longestTaskMs = await page.evaluate(
        (since) =>
          Math.max(0, ...(window.seen?.tasks ?? []).map(({ from, to }) => (from >= since ? to - from : 0))),
        before.at,
      )
      return {
        framesPerSecond: (after.count - before.count) / seconds,
        busyMsPerSecond: (busyAfter - busyBefore) / seconds,
        longestTaskMs,
      }
    },
  }
}
