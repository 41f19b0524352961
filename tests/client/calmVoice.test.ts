import { describe, expect, it } from 'vitest'
import {
  forget,
  hear,
  SENTENCES_A_MINUTE,
  SILENT,
  speak,
  type CalmVoice,
} from '../../client/core/calmVoice.ts'

/** Everything that is said when such news comes at such moments (ms), with when it is said. */
function listen(news: readonly { at: number; topic: string; text: string }[], until: number) {
  const heard: { at: number; text: string }[] = []
  let voice: CalmVoice = SILENT
  for (let now = 0; now <= until; now += 250) {
    for (const one of news) if (one.at === now) voice = hear(voice, one)
    const spoken = speak(voice, now)
    voice = spoken.voice
    heard.push(...spoken.say.map(({ text }) => ({ at: now, text })))
  }
  return heard
}

const busy = Array.from({ length: 240 }, (_, index) => ({
  at: index * 500,
  topic: 'floor',
  text: `Spreker ${index} is aan het woord.`,
}))

describe('what others do, said aloud', () => {
  it('is at most six sentences in any minute, however much happens', () => {
    const heard = listen(busy, 180_000)
    for (const { at } of heard) {
      const within = heard.filter((one) => one.at >= at && one.at < at + 60_000)
      expect(within.length).toBeLessThanOrEqual(SENTENCES_A_MINUTE)
    }
    expect(heard.length).toBeGreaterThan(6)
  })

  it('is said at once while there is room', () => {
    expect(listen(busy.slice(0, 3), 2_000).map(({ at }) => at)).toEqual([0, 500, 1_000])
  })

  it('ends with how it is: the latest news is said once there is room, and what it replaces never is', () => {
    const heard = listen(busy.slice(0, 20), 120_000)
    expect(heard.at(-1)).toEqual({ at: 60_000, text: 'Spreker 19 is aan het woord.' })
    expect(heard).toHaveLength(7)
  })

  it('counts sentences, not messages', () => {
    const two = busy.slice(0, 4).map((one) => ({ ...one, text: `${one.text} Daarna komt Joke.` }))
    expect(listen(two, 30_000)).toHaveLength(3)
    const arabic = busy
      .slice(0, 4)
      .map((one) => ({ ...one, text: 'هل النص واضح؟ الكلمة الآن لـ \u2068Anna.\u2069' }))
    expect(listen(arabic, 30_000)).toHaveLength(3)
  })

  it('keeps topics apart, and forgets what was told otherwise meanwhile', () => {
    const six = busy.slice(0, 6)
    const more = [
      { at: 4_000, topic: 'typed', text: 'Anna typt: ja.' },
      { at: 4_250, topic: 'floor', text: 'Niemand heeft nu het woord.' },
    ]
    expect(
      listen([...six, ...more], 70_000)
        .slice(6)
        .map(({ text }) => text),
    ).toEqual(['Anna typt: ja.', 'Niemand heeft nu het woord.'])
    const waiting = more.reduce<CalmVoice>(hear, { said: [1, 2, 3, 4, 5, 6], waiting: [] })
    expect(forget(waiting, 'floor').waiting.map(({ topic }) => topic)).toEqual(['typed'])
  })

  it('says of a text that is longer than a minute holds what there is, once', () => {
    const long = { at: 0, topic: 'typed', text: 'Ja. '.repeat(30).trim() }
    expect(
      listen([long, { at: 1_000, topic: 'floor', text: 'Anna is aan het woord.' }], 90_000).map(
        ({ at }) => at,
      ),
    ).toEqual([0, 60_000])
  })

  it('says when there is room again', () => {
    const full: CalmVoice = { said: [1_000, 2_000, 3_000, 4_000, 5_000, 6_000], waiting: [] }
    expect(speak(hear(full, { topic: 'floor', text: 'Een.' }), 10_000).next).toBe(61_000)
    expect(speak(hear(full, { topic: 'floor', text: 'Een. Twee.' }), 10_000).next).toBe(62_000)
    expect(speak(SILENT, 0).next).toBeNull()
  })
})
