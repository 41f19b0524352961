import type { Page } from 'playwright-core'

/** When a page plays sound, to the 10 ms block. Moments are milliseconds on the machine's clock. */
export interface PlayedSound {
  /** The first block with sound at or after this moment, or null while there is none. */
  firstAfter(ms: number): Promise<number | null>
  /** The longest stretch without sound between these moments, ms. */
  longestGap(fromMs: number, toMs: number): Promise<number>
}

/** What a worker runs: it sees each block as it is played, however busy the page is with drawing. */
const FOLLOW = `
  onmessage = async ({ data }) => {
    const reader = data.getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const at = performance.timeOrigin + performance.now()
      const samples = new Float32Array(value.numberOfFrames)
      value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' })
      value.close()
      if (samples.some((sample) => Math.abs(sample) > 0.005)) postMessage(at)
    }
  }
`

interface Processor {
  readable: ReadableStream
}
declare global {
  interface Window {
    played?: number[]
    MediaStreamTrackProcessor?: new (init: { track: MediaStreamTrack }) => Processor
  }
}

/** Runs in the page. */
function follow(source: string): void {
  const played: number[] = (window.played = [])
  const followed = new Set<MediaStreamTrack>()
  let address = ''
  setInterval(() => {
    for (const { srcObject } of document.querySelectorAll('audio')) {
      if (!(srcObject instanceof MediaStream)) continue
      for (const track of srcObject.getAudioTracks()) {
        if (followed.has(track) || !window.MediaStreamTrackProcessor) continue
        followed.add(track)
        address ||= URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
        const worker = new Worker(address)
        worker.addEventListener('message', ({ data }: MessageEvent<number>) => played.push(data))
        const { readable } = new window.MediaStreamTrackProcessor({ track })
        worker.postMessage(readable, [readable])
      }
    }
  }, 20)
}

const heardIn = (page: Page): PlayedSound => ({
  firstAfter: (ms) => page.evaluate((after) => window.played?.find((at) => at >= after) ?? null, ms),
  longestGap: (fromMs, toMs) =>
    page.evaluate(
      ([from, to]) => {
        const within = (window.played ?? []).filter((at) => at >= from && at <= to).toSorted((a, b) => a - b)
        const edges = [from, ...within, to]
        return Math.max(...edges.slice(1).map((at, i) => at - (edges[i] ?? at)))
      },
      [fromMs, toMs] as const,
    ),
})

/** Follow all sound this page's audio elements play from now on. */
export async function followSound(page: Page): Promise<PlayedSound> {
  await page.evaluate(follow, FOLLOW)
  return heardIn(page)
}

/** The same from the first moment of each document that the page opens. */
export async function followFromStart(page: Page): Promise<PlayedSound> {
  await page.addInitScript(follow, FOLLOW)
  return heardIn(page)
}
