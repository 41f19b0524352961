import { toldPromises } from '../../shared/dialogue/session/promises.ts'
import { clean } from '../../shared/dialogue/text.ts'
import type { GivenPromise } from '../../shared/dialogue/model.ts'
import type { Locale } from '../../shared/protocol.ts'
import { dayWords } from './dayWords.ts'
import { paragraph, prose, type Part } from './model.ts'
import { saying } from './packageWords.ts'

/** Words of the promise, or what is said about them. */
export interface PromiseLine {
  kind: 'promised' | 'said'
  text: string
}

const promised = (text: string): PromiseLine => ({ kind: 'promised', text: clean(text) })
const said = (text: string): PromiseLine => ({ kind: 'said', text })

/** The one that holds, and every one it took the place of: none is replaced unseen. */
export function promiseLines(promises: readonly GivenPromise[], locale: Locale): PromiseLine[] {
  const say = saying(locale)
  const day = (at: number) => dayWords(at, locale)
  const { now, earlier } = toldPromises(promises)
  if (!now || clean(now.text).trim() === '') return []
  return [
    promised(now.text),
    said(say(earlier.length > 0 ? 'promise.changed' : 'promise.since', { day: day(now.at) })),
    ...earlier.flatMap(({ text, at, until }) => [
      said(say('promise.earlier', { from: day(at), to: day(until) })),
      promised(text),
    ]),
  ]
}

/** The same, as parts of a document. */
export const promiseParts = (promises: readonly GivenPromise[], locale: Locale): Part[] =>
  promiseLines(promises, locale).flatMap(({ kind, text }) =>
    kind === 'promised' ? prose(text) : [paragraph(text)],
  )
