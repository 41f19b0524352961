import type { DialogueClient } from '../core/dialogueClient.ts'
import { later } from '../parts/ui/later.tsx'
import { withWords } from '../parts/ui/withWords.ts'

export const Room = later(async () => (await import('./room/Room.tsx')).Room)
const leading = async () => (await import('../../shared/messages/desk.ts')).desk
const organising = async () => (await import('../../shared/messages/organise.ts')).organise
const keepingWords = async () => (await import('../../shared/messages/keeping.ts')).keeping
const handingIn = async () => (await import('../../shared/messages/package.ts')).councilPackage
const inviting = async () => (await import('../../shared/messages/inviting.ts')).inviting
const objecting = async () => (await import('../../shared/messages/objections.ts')).objections
/** Refusals come from the server in its words, save where a page of theirs asks by itself. */
const refusing = async () => (await import('../../shared/messages/errors.ts')).errors
/** The organiser's and the clerk's own words. */
const theirWords = () => [organising(), handingIn(), objecting(), refusing()]

export const Desk = later(async () => (await withWords(import('./desk/Desk.tsx'), leading())).Desk)

export const Organiser = later(
  async () =>
    (
      await withWords(
        import('./organise/Organiser.tsx'),
        leading(),
        keepingWords(),
        inviting(),
        ...theirWords(),
      )
    ).Organiser,
)
export const Clerk = later(async () => (await withWords(import('./clerk/Clerk.tsx'), ...theirWords())).Clerk)

/** The page is all ours, so its LiveKit need not wait for others. Did it not come, it is fetched again by whoever connects. */
async function loadLiveKit(): Promise<void> {
  try {
    const [{ waitLess }] = await Promise.all([
      import('../core/media/pageTimers.ts'),
      import('../core/media/livekit.ts'),
    ])
    waitLess()
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
