import { Client } from 'pg'
import { expect, test } from 'vitest'
import { OPEN_MS, type SessionEvaluation } from '../../shared/dialogue/evaluation/evaluation.ts'
import type { EvaluationReply } from '../../shared/protocol.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { redeem, type Visitor } from '../support/visitor.ts'

/** The last answers that were on their way are in. */
const CLOSED_MS = OPEN_MS + 2 * 60_000
const RESIDENTS = ['Riet', 'Mehmet', 'Fatma', 'Joost', 'Anneke', 'Willem']
const CAST = [
  somebody('Saskia', 'organiser'),
  somebody('Tom', 'helper'),
  ...RESIDENTS.map((name) => somebody(name)),
]

const { house, database } = ownHouse({ now: () => Date.now() + laterMs })
let laterMs = 0

type Everybody = Record<string, Visitor>

async function gathered(): Promise<{ all: Everybody; who(name: string): Visitor; end(): Promise<void> }> {
  const { people } = await seat(house, CAST)
  const all: Everybody = {}
  for (const [name, row] of Object.entries(people)) all[name] = await redeem(house.link(row))
  const who = (name: string) => {
    const found = all[name]
    if (!found) throw new Error(`${name} is not there`)
    return found
  }
  return {
    all,
    who,
    async end() {
      const line = openLine(who('Saskia'))
      await line.next('welcome')
      for (const type of ['openPlenary', 'endSession'])
        expect(await line.command(type, {})).toEqual({ ok: true })
      await line.close()
    },
  }
}

const asked = async (visitor: Visitor) =>
  (await visitor.get<{ evaluation: EvaluationReply | null }>('api/evaluation')).evaluation
const answer = async (visitor: Visitor, ratings: object, words = '') => {
  const response = await visitor.send('POST', 'api/evaluation', { ratings, words })
  return response.ok ? 'ok' : ((await response.json()) as { error: string }).error
}
const report = async (visitor: Visitor) =>
  (await visitor.get<{ sessions: SessionEvaluation[] }>('api/evaluations')).sessions

test('each person answers once, after the end; nobody reads an answer before the questions are closed, and then of five or more', async () => {
  const { who, end } = await gathered()
  expect(await asked(who('Riet'))).toBeNull()
  expect(await answer(who('Riet'), { equality: 'yes' })).toBe('closed')
  await end()
  expect(await asked(who('Riet'))).toMatchObject({ session: 1, open: true, answered: false })
  expect(await answer(who('Riet'), { equality: 'yes', empathy: 'little' }, ' Fijn. ')).toBe('ok')
  expect(await asked(who('Riet'))).toMatchObject({ answered: true })
  expect(await answer(who('Riet'), { equality: 'no' })).toBe('already')

  for (const name of ['Mehmet', 'Fatma', 'Joost'])
    expect(await answer(who(name), { equality: 'mostly' })).toBe('ok')
  expect(await report(who('Saskia'))).toMatchObject([{ session: 1, answered: 4, asked: 6, shown: null }])
  expect(await answer(who('Anneke'), {})).toBe('ok')
  // a sixth may still answer, and would be the difference
  expect(await report(who('Saskia'))).toMatchObject([{ answered: 5, shown: null }])
  expect(await answer(who('Willem'), { equality: 'no' })).toBe('ok')
  laterMs = CLOSED_MS
  const [{ answered, shown } = { answered: 0, shown: null }] = await report(who('Saskia'))
  laterMs = 0
  expect(answered).toBe(6)
  expect(shown?.counts.equality).toEqual({ no: 1, little: 0, mostly: 3, yes: 1, unknown: 0 })
  // one answered this one: that would be their answer
  expect(shown?.counts.empathy).toEqual({ no: 0, little: 0, mostly: 0, yes: 0, unknown: 0 })
  expect(shown?.words).toEqual(['Fijn.'])
})

test('two answers of one person at once count once', async () => {
  const { who, end } = await gathered()
  await end()
  const both = await Promise.all(['yes', 'no'].map((rating) => answer(who('Riet'), { equality: rating })))
  expect(both.toSorted()).toEqual(['already', 'ok'])
})

test('what is no answer, and who is not asked, changes nothing', async () => {
  const { who, end } = await gathered()
  await end()
  for (const ratings of [{ equality: 'often' }, { mood: 'yes' }, ['yes']])
    expect(await answer(who('Riet'), ratings)).toBe('malformed')
  expect(await answer(who('Riet'), {}, 'x'.repeat(2_001))).toBe('malformed')
  for (const name of ['Saskia', 'Tom']) {
    expect(await asked(who(name))).toBeNull()
    expect(await answer(who(name), { equality: 'yes' })).toBe('closed')
  }
  expect((await who('Riet').send('GET', 'api/evaluations')).status).toBe(403)
  expect(await report(who('Saskia'))).toMatchObject([{ answered: 0 }])
})

test('after a week the questions are closed', async () => {
  const { who, end } = await gathered()
  await end()
  laterMs = OPEN_MS + 1_000
  expect(await asked(who('Riet'))).toMatchObject({ open: false })
  expect(await answer(who('Riet'), { equality: 'yes' })).toBe('closed')
  laterMs = 0
})

test('nothing that is kept of it names who answered', async () => {
  const { all, who, end } = await gathered()
  await end()
  expect(await answer(who('Fatma'), { equality: 'no' }, 'Te snel.')).toBe('ok')
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ kept: string }>(
    ['counts', 'words', 'tokens']
      .map((table) => `select row_to_json(t)::text as kept from dialoogtafel.evaluation_${table} t`)
      .join(' union all '),
  )
  await client.end()
  const kept = rows.map((row) => row.kept).join('\n')
  expect(kept).toContain('Te snel.')
  for (const [name, { person }] of Object.entries(all)) {
    expect(kept).not.toContain(name)
    expect(kept).not.toContain(person)
  }
})

test('the council’s package has the figures once the questions are closed, from five answers on: numbers, and of a question that many answered', async () => {
  const { who, end } = await gathered()
  await end()
  interface Package {
    evaluations: { session: string; answered: number; asked: number; values: object[] }[]
  }
  const figures = async () => (await who('Saskia').get<Package>('api/package.json')).evaluations
  const later = async (ms: number) => {
    laterMs = ms
    const found = [await figures(), await who('Saskia').text('api/package.md')] as const
    laterMs = 0
    return found
  }
  const [last, ...first] = RESIDENTS.slice(0, 5).toReversed()
  for (const name of first)
    expect(await answer(who(name), { equality: 'yes', empathy: 'no' }, 'Fijn.')).toBe('ok')
  const [four, fourRead] = await later(CLOSED_MS)
  expect(four).toEqual([])
  expect(fourRead).not.toContain('Hoe het was voor de mensen')
  expect(await answer(who(last ?? ''), { equality: 'little' })).toBe('ok')
  // four answered the other question
  const values = [{ name: 'Mijn stem telde even zwaar', said: 4, of: 5 }]
  expect(await figures()).toEqual([])
  const [five, read] = await later(CLOSED_MS)
  expect(five).toEqual([{ session: 'Sessie 1', answered: 5, asked: 6, values }])
  expect(read).toContain('Sessie 1: 5 van 6 mensen gaven antwoord.')
  expect(read).not.toContain('Fijn.')
})
