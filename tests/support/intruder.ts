import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { enter } from '../../server/voices/entrance.ts'
import { sessionOf } from '../../server/voices/session.ts'
import type { Session } from '../../shared/channel/session.ts'
import type { MediaPass } from '../../shared/protocol.ts'
import { until } from './until.ts'

/** What a track can be called. */
export type Label = 'microphone' | 'camera' | 'screen_share' | 'screen_share_audio' | 'unknown'

/** Somebody with a link of their own and a client of their own making. */
export interface Insider {
  person: string
  session: Session
  /** A pass as the server gives it; the one before is worth nothing from then on. */
  pass(): Promise<MediaPass>
}

export async function insider(link: string, name: string): Promise<Insider> {
  const entrance = await enter(link, name)
  const session = sessionOf(entrance)
  await until(`${name} is in`, () => session.store.getState().state, 20_000)
  return {
    person: entrance.person,
    session,
    pass: () => until(`${name} has a pass`, () => session.joinRoom().catch(() => null), 20_000),
  }
}

/** The SFU's client library in a page of the product's own address, with its own checks taken out. */
export interface Intruder {
  /** Sends a tone under this label, whatever the permissions say. Resolves when it is sent, or with why it is not. */
  send(label: Label): Promise<string>
  /** When it began to come in, on the machine's clock. */
  since: number
  connected(): Promise<boolean>
  close(): Promise<void>
}

interface Taken {
  room: {
    state: string
    connect(url: string, token: string): Promise<void>
    disconnect(): Promise<void>
    localParticipant: {
      hasPermissionsToPublish: () => boolean
      publishTrack(track: MediaStreamTrack, options: { source: Label; dtx: boolean }): Promise<unknown>
    }
  }
}
declare global {
  interface Window {
    intruder?: Taken['room']
    LivekitClient?: { Room: new () => Taken['room'] }
  }
}

const LIBRARY = join(
  dirname(createRequire(import.meta.url).resolve('livekit-client')),
  'livekit-client.umd.js',
)

/** Rejects when the SFU does not let this pass in. */
export async function intrude(browser: Browser, origin: string, pass: MediaPass): Promise<Intruder> {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(origin)
  await page.addScriptTag({ path: LIBRARY })
  const since = await page.evaluate(async ({ url, token }) => {
    if (!window.LivekitClient) throw new Error('the library is not there')
    const room = (window.intruder = new window.LivekitClient.Room())
    const began = Date.now()
    await room.connect(url, token)
    room.localParticipant.hasPermissionsToPublish = () => true
    return began
  }, pass)
  return {
    since,
    send: (label) =>
      page.evaluate(async (source) => {
        const sound = new AudioContext()
        const tone = new OscillatorNode(sound, { frequency: 300 })
        const out = new MediaStreamAudioDestinationNode(sound)
        tone.connect(out)
        tone.start()
        const [track] = out.stream.getAudioTracks()
        if (!track || !window.intruder) return 'no track'
        const sent = window.intruder.localParticipant.publishTrack(track, { source, dtx: false })
        const late = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 3_000))
        return Promise.race([
          sent.then(
            () => 'sent',
            (error: unknown) => String(error),
          ),
          late,
        ])
      }, label),
    connected: () => page.evaluate(() => window.intruder?.state === 'connected'),
    close: () => context.close(),
  }
}
