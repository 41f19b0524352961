import { expect, onTestFinished, test } from 'vitest'
import { createPool } from '../../server/store/pool.ts'
import { createTestDatabase } from '../support/database.ts'

interface Planned {
  name: string
  statement: string
}

async function oneConnection() {
  const { url, drop } = await createTestDatabase()
  const pool = createPool({ url, connections: 1, onTrouble: () => undefined })
  const connection = await pool.connect()
  onTestFinished(async () => {
    connection.release()
    await pool.end()
    await drop()
  })
  return <T>(text: string, values: unknown[] = []) => connection.query<T>(text, values)
}

test('a statement that bears a name is planned once, whatever its values are, and no other is kept', async () => {
  const ask = await oneConnection()
  const one = '/* prepared: twice */ select $1::int * 2 as double'
  expect((await ask(one, [2])).rows).toEqual([{ double: 4 }])
  expect((await ask(one, [21])).rows).toEqual([{ double: 42 }])
  await ask('select $1::int as number', [1])
  const { rows } = await ask<Planned>('select name, statement from pg_prepared_statements')
  expect(rows).toEqual([{ name: 'twice', statement: one }])
})

test('what one connection refuses under a name it does rightly the next time', async () => {
  const ask = await oneConnection()
  const one = '/* prepared: divide */ select 6 / $1::int as part'
  await expect(ask(one, [0])).rejects.toThrow('division by zero')
  expect((await ask(one, [3])).rows).toEqual([{ part: 2 }])
})
