import { DatabaseError } from 'pg'
import * as z from 'zod'
import { expect, test } from 'vitest'
import { tellOfEnd } from '../../server/health/unforeseen.ts'
import { whyNot } from '../../server/health/whyNot.ts'
import { errorText, placesOf } from '../../server/kit/errorText.ts'
import { ForTheAdministrator } from '../../server/kit/forTheAdministrator.ts'
import { createLog } from '../../server/log.ts'

const NAME = 'Kanarie-Piet'

function refusal(fields: Partial<DatabaseError>): DatabaseError {
  const error = new DatabaseError(`invalid input syntax for type integer: "${NAME}"`, 1, 'error')
  return Object.assign(error, { severity: 'ERROR', detail: `Key (name)=(${NAME}) exists.`, ...fields })
}
const thrownBy = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('a line of the log tells nothing of what an error quotes', () => {
  const quoting = [
    refusal({ code: '22P02', routine: 'pg_strtoint32_safe' }),
    thrownBy(() => JSON.parse(NAME)),
    thrownBy(() => z.strictObject({}).parse({ [NAME]: 1 })),
    NAME,
  ]
  for (const error of quoting) expect(errorText(error)).not.toContain('Kanarie')
  expect(errorText(quoting[0])).toBe('the database refused 22P02 pg_strtoint32_safe')
  expect(errorText(refusal({ code: '23505', constraint: 'people_pkey' }))).toContain('people_pkey')
  expect(errorText(new Error('the SFU does not answer'))).toBe('the SFU does not answer')
  expect(errorText(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED')
})

test('where it went wrong is told without the message', () => {
  const places = placesOf(new Error(`${NAME}\nand more`))
  expect(places.length).toBeGreaterThan(0)
  expect(places.join('\n')).not.toContain('Kanarie')
})

test.each([
  ['info', 1, 0],
  ['silent', 0, 1],
])('what ends the process is told once, at the level %s too', (level, logged, plain) => {
  const [log, said]: [string[], string[]] = [[], []]
  const error = thrownBy(() => JSON.parse(NAME))
  tellOfEnd(error, createLog(level, { write: (line) => void log.push(line) }), (line) => said.push(line))
  expect([log.length, said.length]).toEqual([logged, plain])
  expect([...log, ...said].join('')).toContain('the process ends: something was not foreseen')
  expect([...log, ...said].join('')).not.toContain('Kanarie')
})

test('why the app does not come up is a sentence, and its code says whether trying again may help', () => {
  const away = whyNot(Object.assign(new Error(''), { code: 'ECONNREFUSED' }))
  expect(away).toEqual({ text: expect.stringContaining('De database antwoordt niet'), code: 1 })
  expect(whyNot(refusal({ code: '28P01' })).code).toBe(78)
  expect(whyNot(refusal({ code: '3D000' })).text).toContain('DATABASE_URL')
  expect(whyNot(new ForTheAdministrator('Doe iets.'))).toEqual({ text: 'Doe iets.', code: 78 })
  expect(whyNot(Object.assign(new Error('listen'), { code: 'EADDRINUSE' }))).toMatchObject({ code: 1 })
})
