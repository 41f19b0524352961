import type { Page } from 'playwright-core'

/** What a page's own audio elements really play. Moments are milliseconds on the page's clock. */
export interface Ear {
  /** The longest stretch without sound between two moments, in milliseconds. */
  longestSilence(fromMs: number, toMs: number): Promise<number>
  /** How much of the time between two moments there was sound, in milliseconds. */
  heardMs(fromMs: number, toMs: number): Promise<number>
  /** The first moment with sound after this one, or null. */
  firstSoundAfter(ms: number): Promise<number | null>
  now(): Promise<number>
  /** Where the page's clock began, in milliseconds of the machine's clock. */
  origin(): Promise<number>
}

interface Sample {
  at: number
  loud: boolean
}
declare global {
  interface Window {
    ear?: Sample[]
    connections?: Set<RTCPeerConnection>
  }
}

/** Bytes of sound this page has received from anybody, played or not. Counted once `listen` has been called. */
export const soundBytes = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    let bytes = 0
    for (const connection of window.connections ?? [])
      for (const report of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>)
        if (report.type === 'inbound-rtp' && report.kind === 'audio') bytes += report.bytesReceived ?? 0
    return bytes
  })

/** No sound comes in without a new description, so every connection that could bring it is known from here on. */
function rememberConnections(page: Page): Promise<void> {
  return page.evaluate(() => {
    const known = (window.connections = new Set<RTCPeerConnection>())
    const real = RTCPeerConnection.prototype.setRemoteDescription
    RTCPeerConnection.prototype.setRemoteDescription = new Proxy(real, {
      apply(target, connection: RTCPeerConnection, given) {
        known.add(connection)
        return Reflect.apply(target, connection, given) as unknown
      },
    })
  })
}

export async function listen(page: Page, everyMs = 20): Promise<Ear> {
  await rememberConnections(page)
  await page.evaluate(async (pauseMs) => {
    const samples: Sample[] = (window.ear = [])
    const context = new AudioContext()
    // on a busy machine it takes seconds to begin, and hears nothing until then
    await context.resume()
    const analysers = new Map<MediaStreamTrack, AnalyserNode>()
    const wave = new Float32Array(1024)
    setInterval(() => {
      let loud = false
      for (const element of document.querySelectorAll('audio')) {
        if (element.muted || element.paused || !(element.srcObject instanceof MediaStream)) continue
        for (const track of element.srcObject.getAudioTracks()) {
          let analyser = analysers.get(track)
          if (!analyser) {
            analyser = context.createAnalyser()
            analyser.fftSize = 1024
            context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
            analysers.set(track, analyser)
          }
          analyser.getFloatTimeDomainData(wave)
          loud ||= wave.some((sample) => Math.abs(sample) > 0.005)
        }
      }
      samples.push({ at: performance.now(), loud })
    }, pauseMs)
  }, everyMs)
  const samples = () => page.evaluate(() => window.ear ?? [])
  return {
    now: () => page.evaluate(() => performance.now()),
    async longestSilence(fromMs, toMs) {
      let last = fromMs
      let longest = 0
      for (const { at, loud } of await samples()) {
        if (at < fromMs || at > toMs || !loud) continue
        longest = Math.max(longest, at - last)
        last = at
      }
      return Math.max(longest, toMs - last)
    },
    heardMs: async (fromMs, toMs) =>
      (await samples()).filter(({ at, loud }) => loud && at >= fromMs && at <= toMs).length * everyMs,
    firstSoundAfter: (ms) =>
      page.evaluate((after) => window.ear?.find(({ at, loud }) => at > after && loud)?.at ?? null, ms),
    origin: () => page.evaluate(() => performance.timeOrigin),
  }
}
