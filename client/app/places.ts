import type { DialogueClient } from '../core/dialogueClient.ts'
import { later } from '../parts/ui/later.tsx'
import { addWords } from '../parts/ui/text.tsx'

export const Room = later(async () => (await import('./room/Room.tsx')).Room)
/** With the words of whoever leads. */
export const Desk = later(async () => {
  const [page, { desk }] = await Promise.all([
    import('./desk/Desk.tsx'),
    import('../../shared/messages/desk.ts'),
  ])
  addWords(desk)
  return page.Desk
})
/** With the words that nobody else reads. */
export const Organiser = later(async () => {
  const [page, { desk }, { organise }, { councilPackage }] = await Promise.all([
    import('./organise/Organiser.tsx'),
    import('../../shared/messages/desk.ts'),
    import('../../shared/messages/organise.ts'),
    import('../../shared/messages/package.ts'),
  ])
  addWords({ ...desk, ...organise, ...councilPackage })
  return page.Organiser
})

export const Clerk = later(async () => {
  const [page, { organise }, { councilPackage }] = await Promise.all([
    import('./clerk/Clerk.tsx'),
    import('../../shared/messages/organise.ts'),
    import('../../shared/messages/package.ts'),
  ])
  addWords({ ...organise, ...councilPackage })
  return page.Clerk
})

/** The page is all ours, so its LiveKit need not wait for others. Did it not come, it is fetched again by whoever connects. */
async function loadLiveKit(): Promise<void> {
  try {
    const [{ offerAtOnce }] = await Promise.all([
      import('../core/media/pageTimers.ts'),
      import('../core/media/livekit.ts'),
    ])
    offerAtOnce()
  } catch {
    // Sound and picture say themselves when they cannot begin.
  }
}

/** Fetches what it takes to be in, and where this person may come to sit, so that a move waits for no file. */
export async function loadPlaces({ session }: DialogueClient): Promise<void> {
  await loadLiveKit()
  const { state, me } = session.store.getState()
  const role = state?.people[me]?.role
  if (role === 'organiser') return
  await Room.ahead()
  if (role === 'facilitator') await Desk.ahead()
}
