import { plain } from '../../shared/agreement/richText.ts'
import type { Words } from '../../shared/agreement/canonical.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { does, peopleAtTables, type Agreeing } from './agreeing.ts'
import { SET } from './councilPackage.ts'
import type { TestHouse } from './house.ts'
import { until } from './until.ts'

/** An evening that is over: the first agreement of Riet's table and the third of Mehmet's are agreed. */
export const AGREED: readonly [Words, Words] = [SET[0] ?? none(), SET[2] ?? none()]
function none(): Words {
  throw new Error('the set has no such agreement')
}

export async function eveningIsOver(house: TestHouse): Promise<Agreeing> {
  const all = await peopleAtTables(house)
  for (const [name, words] of [
    ['Riet', AGREED[0]],
    ['Mehmet', AGREED[1]],
  ] as const) {
    const about = await all.writes(name, words)
    await does(all.leaderOf(name), 'presentAgreement', about)
    await all.answers(name, about, 'canLive')
    await does(all.leaderOf(name), 'closeConsent', { room: about.table })
  }
  await does(all.who('Saskia'), 'endSession', {})
  return all
}

/** The two as somebody types them over, the second with other words when they are given. */
export const pasted = (second = plain(AGREED[1].text)): string =>
  ['1. ' + AGREED[0].title, plain(AGREED[0].text), '2. ' + AGREED[1].title, second].join('\n')

/** A file as a browser uploads it, by this person. */
export const uploads = (all: Agreeing, name: string, bytes: Uint8Array, file = 'besluit.odt') => {
  const { home, cookie } = all.who(name).visitor
  return fetch(new URL(`api/council?name=${encodeURIComponent(file)}`, home), {
    method: 'POST',
    headers: { cookie, origin: new URL(home).origin, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
}
export const pastes = (all: Agreeing, text: string, name = 'Saskia') =>
  all.who(name).visitor.send('POST', 'api/council', { text })

/** What this person's screen is told, once it fits. */
export async function sees(
  all: Agreeing,
  name: string,
  what: string,
  fits: (state: SessionState) => boolean,
): Promise<SessionState> {
  await until(what, () => fits(all.who(name).line.state()))
  return all.who(name).line.state()
}
