/** What is said aloud of what others do: so much that one can follow it and still listen to them. */
export const SENTENCES_A_MINUTE = 6
const MINUTE_MS = 60_000

/** One thing to say; of a topic only the latest counts, for what it replaces is no longer so. */
export interface News {
  topic: string
  text: string
}

export interface CalmVoice {
  /** When each sentence of the last minute was said, in milliseconds. */
  said: readonly number[]
  /** In the order in which they came. */
  waiting: readonly News[]
}

export const SILENT: CalmVoice = { said: [], waiting: [] }

/** Sentences in a text, at least one, and never more than may be said at all. */
const lengthOf = ({ text }: News): number =>
  Math.min(SENTENCES_A_MINUTE, Math.max(1, text.match(/[.?!؟](?=\s|\u2069|$)/gu)?.length ?? 0))

/** There is news. It stands in the place of what waits on the same topic. */
export const hear = (voice: CalmVoice, news: News): CalmVoice => ({
  ...voice,
  waiting: [...voice.waiting.filter(({ topic }) => topic !== news.topic), news],
})

/** What waits on a topic is not to be said any more. */
export const forget = (voice: CalmVoice, topic: string): CalmVoice => ({
  ...voice,
  waiting: voice.waiting.filter((news) => news.topic !== topic),
})

/** What is said at `now` (ms), and when there is room for what still waits: null when nothing does. */
export function speak(voice: CalmVoice, now: number): { voice: CalmVoice; say: News[]; next: number | null } {
  const said = voice.said.filter((at) => at > now - MINUTE_MS)
  const [first, ...others] = voice.waiting
  if (!first) return { voice: { said, waiting: [] }, say: [], next: null }
  const length = lengthOf(first)
  const mustGo = said[said.length + length - SENTENCES_A_MINUTE - 1]
  if (mustGo !== undefined)
    return { voice: { said, waiting: voice.waiting }, say: [], next: mustGo + MINUTE_MS }
  const rest = speak({ said: [...said, ...Array.from({ length }, () => now)], waiting: others }, now)
  return { ...rest, say: [first, ...rest.say] }
}
