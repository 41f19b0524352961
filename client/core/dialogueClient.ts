import type { StoreApi } from 'zustand/vanilla'
import { openSession, type Session } from '../../shared/channel/session.ts'
import type { Clock, Surroundings } from '../../shared/channel/surroundings.ts'
import type { Language } from '../../shared/wire.ts'
import { keepDraft } from './draft.ts'
import { createKept, type Kept } from './kept.ts'
import { createMedia, type Media, type MediaOptions } from './media/media.ts'
import { keepAbout } from './session/about.ts'
import { createBeat, type Beat } from './session/beat.ts'
import { browserClock, browserSocket, watchLine } from './session/browser.ts'
import { createRest, type Rest } from './session/rest.ts'
import { createTexts, type Texts } from './texts/texts.ts'

export interface DialogueClientOptions {
  /** The person's own address, `https://host/base/p/<person>/`: everything of this person is below it. */
  url: string
  /** In which language the server answers. */
  locale?: () => Language
  notSent?: () => string
  /** Loads the page anew: for a further session of the dialogue, and where nothing else helps. Without it all goes on in place. */
  reload?: () => void
  media?: MediaOptions
  clock?: Clock
  /** Another socket than the browser's. */
  connect?: Surroundings['connect']
}

/** One person in one dialogue on one device. Plain stores with `subscribe` and `getState`; nothing of a screen. */
export interface DialogueClient {
  session: Session
  media: Media
  texts: Texts
  /** Questions to the server beside the session. */
  rest: Rest
  /** The seconds, for what counts down. */
  beat: Beat
  /** What outlives a screen, and not the page. */
  kept: StoreApi<Kept>
  /** Asks anew what the dialogue is called and which version its texts have. */
  refreshAbout(): Promise<void>
  reload(): void
  close(): void
}

/** Opens the control channel at once; sound, picture and texts begin when they are asked for. */
export function createDialogueClient(options: DialogueClientOptions): DialogueClient {
  const { url, locale, notSent, reload } = options
  const clock = options.clock ?? browserClock
  const connect = options.connect ?? browserSocket(url)
  const rest = createRest(url)
  const session = openSession(
    { connect, clock, chance: Math.random, newId: () => crypto.randomUUID() },
    { locale, notSent, comeOver: reload },
  )
  const about = keepAbout(session.store, rest, clock)
  const media = createMedia(session, options.media)
  const texts = createTexts({ url, session, refreshAbout: about.refresh })
  const unwatch = watchLine(session.tryNow)
  const kept = createKept()
  const forgetDraft = keepDraft(kept, session.store)
  return {
    session,
    media,
    texts,
    rest,
    beat: createBeat(session, clock),
    kept,
    refreshAbout: about.refresh,
    reload: () => reload?.(),
    close() {
      unwatch()
      forgetDraft()
      about.stop()
      media.stop()
      texts.close()
      session.close()
    },
  }
}
