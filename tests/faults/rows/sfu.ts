import { setTimeout as pause } from 'node:timers/promises'
import { placeOf } from '../../../shared/dialogue/places.ts'
import type { Voice } from '../../../server/voices/voice.ts'
import { gather, split } from '../../support/meeting.ts'
import { startProduct } from '../../support/product.ts'
import { sfuOf } from '../../support/sfuView.ts'
import { until } from '../../support/until.ts'
import { atMost, percentile, type Row } from '../row.ts'

const WATCH_MS = 60_000

/** The media server is killed while everybody sits at a table: the talk goes on in writing, and sound comes back by itself. */
export const sfuKilled: Row = async () => {
  const product = await startProduct()
  const meeting = await gather(product, { browsersAtTable: [] })
  try {
    await meeting.direct(meeting.organiser, 'openPlenary', {})
    await split(meeting)
    const sfu = sfuOf(product)
    process.kill(sfu.pid(), 'SIGKILL')
    const killed = performance.now()
    const said = await meeting.organiser.send('announce', { text: 'Het geluid komt terug.' })
    const people = [...meeting.voices, ...meeting.facilitators]
    await until('the sound is gone', () => people.every((one) => one.room() === null), 30_000).catch(
      () => undefined,
    )
    const right = (one: Voice) => one.room() !== null && one.room() === placeOf(meeting.state(), one.person)
    const back = new Map<Voice, number>()
    while (performance.now() - killed < WATCH_MS && back.size < people.length) {
      for (const one of people) if (right(one) && !back.has(one)) back.set(one, performance.now() - killed)
      await pause(100)
    }
    const times = people.map((one) => back.get(one) ?? Infinity)
    const sounding = await Promise.all(people.map(({ person }) => sfu.sounding(person)))
    return [
      {
        what: 'commands go on',
        target: 'carried out',
        measured: said.ok ? 'carried out' : said.code,
        met: said.ok,
      },
      atMost('sound at the right table, 95 %', 15_000, percentile(times, 95), 'ms'),
      atMost('sound at the right table, all', 60_000, percentile(times, 100), 'ms'),
      atMost('heard without a press of theirs', 0, sounding.filter(Boolean).length, 'people'),
    ]
  } finally {
    await meeting.close()
    await product.stop()
  }
}
