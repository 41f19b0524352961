import type { CDPSession, Locator, Page } from 'playwright-core'

interface Point {
  x: number
  y: number
}

/** One finger on the screen, as the browser itself hears of it: no event is made up inside the page. */
export interface Finger {
  down(at: Point): Promise<void>
  /** In small steps, as a finger goes. */
  to(at: Point): Promise<void>
  up(): Promise<void>
}

export async function fingerOn(page: Page): Promise<Finger> {
  const line = await page.context().newCDPSession(page)
  await line.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 })
  let before: Point = { x: 0, y: 0 }
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: Point[],
  ): ReturnType<CDPSession['send']> => line.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    async down(at) {
      await touch('touchStart', [at])
      before = at
    },
    async to(at) {
      for (let step = 1; step <= STEPS; step += 1) {
        const part = step / STEPS
        await touch('touchMove', [
          { x: before.x + (at.x - before.x) * part, y: before.y + (at.y - before.y) * part },
        ])
      }
      before = at
    },
    async up() {
      await touch('touchEnd', [])
    },
  }
}

const STEPS = 8

/** A point of something on the screen: its middle, or so far down. */
export async function pointOf(what: Locator, down = 0.5): Promise<Point> {
  const box = await what.boundingBox()
  if (!box) throw new Error('it is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height * down }
}
