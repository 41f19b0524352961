import type { DialogueClient } from '../core/dialogueClient.ts'
import { later } from '../parts/ui/later.tsx'
import { addWords } from '../parts/ui/text.tsx'

export const Room = later(async () => (await import('./room/Room.tsx')).Room)
export const Desk = later(async () => (await import('./desk/Desk.tsx')).Desk)
/** The organiser's and the clerk's own words. Refusals come from the server in its words, save where a page of theirs asks by itself. */
async function withTheirWords<Module>(module: Promise<Module>): Promise<Module> {
  const [page, ...catalogues] = await Promise.all([
    module,
    import('../../shared/messages/organise.ts').then(({ organise }) => organise),
    import('../../shared/messages/package.ts').then(({ councilPackage }) => councilPackage),
    import('../../shared/messages/objections.ts').then(({ objections }) => objections),
    import('../../shared/messages/errors.ts').then(({ errors }) => errors),
  ])
  for (const words of catalogues) addWords(words)
  return page
}

export const Organiser = later(
  async () => (await withTheirWords(import('./organise/Organiser.tsx'))).Organiser,
)
export const Clerk = later(async () => (await withTheirWords(import('./clerk/Clerk.tsx'))).Clerk)

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
