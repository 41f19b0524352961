import type { Page } from 'playwright-core'

/** What a page's own audio elements really play, sampled every 20 ms. */
export interface Ear {
  /** The longest stretch without sound between two moments on the page's clock, in milliseconds. */
  longestSilence(fromMs: number, toMs: number): Promise<number>
  /** The first moment with sound after this one, or null. */
  firstSoundAfter(ms: number): Promise<number | null>
  now(): Promise<number>
}

interface Sample {
  at: number
  loud: boolean
}
declare global {
  interface Window {
    ear?: Sample[]
  }
}

export async function listen(page: Page): Promise<Ear> {
  await page.evaluate(() => {
    const samples: Sample[] = (window.ear = [])
    const context = new AudioContext()
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
    }, 20)
  })
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
    async firstSoundAfter(ms) {
      return (await samples()).find(({ at, loud }) => at > ms && loud)?.at ?? null
    },
  }
}
