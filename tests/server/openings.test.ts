import { expect, test } from 'vitest'
import { createOpenings } from '../../server/live/openings.ts'
import type { LiveSession } from '../../server/live/session.ts'

/** Openings whose sessions are opened and ended when the test says so. */
function slowly() {
  const did: string[] = []
  const steps: ((well: boolean) => void)[] = []
  const step = (what: string) =>
    new Promise<void>((resolve, reject) => {
      did.push(what)
      steps.push((well) => (well ? resolve() : reject(new Error('the database does not answer'))))
    })
  const openings = createOpenings({
    async open(id) {
      await step(`open ${id}`)
      return { dialogue: { id, session: `ses_${did.length}` } } as LiveSession
    },
    end: ({ dialogue }) => step(`end ${dialogue.session}`),
  })
  /** The next step is done, as soon as it was begun. */
  const next = async (well = true) => {
    await expect.poll(() => steps.length).toBeGreaterThan(0)
    steps.shift()?.(well)
  }
  return { did, openings, next }
}

test('all who ask together share one opening', async () => {
  const { did, openings, next } = slowly()
  const asked = Promise.all([openings.of('dlg'), openings.of('dlg'), openings.of('dlg')])
  await next()
  const [first, ...others] = await asked
  expect(others).toEqual([first, first])
  expect(await openings.of('dlg')).toBe(first)
  expect(did).toEqual(['open dlg'])
})

test('an opening that failed, fails for who asked then, and is tried again for who asks next', async () => {
  const { did, openings, next } = slowly()
  const asked = Promise.allSettled([openings.of('dlg'), openings.of('dlg')])
  await next(false)
  expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(openings.all()).toEqual([])
  const again = openings.of('dlg')
  await next()
  expect(openings.named((await again)?.dialogue.session ?? '')).toBe(await again)
  expect(did).toEqual(['open dlg', 'open dlg'])
})

test('who asks while it is ended gets another one, opened when the end is done, also when that went wrong', async () => {
  const { did, openings, next } = slowly()
  for (const well of [true, false]) {
    const asked = openings.of('dlg')
    await next()
    const session = await asked
    if (!session) throw new Error('not opened')
    const ended = openings.end(session, 1012).catch(() => undefined)
    expect(openings.all()).toEqual([])
    const again = openings.of('dlg')
    expect(did.at(-1)).toMatch(/^end/)
    await next(well)
    await next()
    expect(await again).not.toBe(session)
    await ended
    const second = await again
    if (second) await Promise.all([openings.end(second, 1012), next()])
  }
})

test('a dialogue that goes on ends what it had before the next is opened; who asks meanwhile gets the next', async () => {
  const { did, openings, next } = slowly()
  const first = openings.of('dlg')
  const renewed = openings.renew('dlg', 1012)
  const asked = openings.of('dlg')
  for (let step = 0; step < 3; step++) await next()
  expect(await asked).toBe(await renewed)
  expect(await asked).not.toBe(await first)
  expect(did.map((what) => what.split(' ')[0])).toEqual(['open', 'end', 'open'])
  await openings.settled()
})
