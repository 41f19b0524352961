import { expect, test } from 'vitest'
import { tablesBehind } from '../../client/parts/meter/tablesBehind.ts'
import { NOW, session } from './organiseStates.ts'

const item = (where: 'plenary' | 'tables') => ({ title: null, where, startedAt: NOW, endedAt: null })
const recalled = session({
  phase: { name: 'plenary' },
  agenda: [item('plenary'), item('tables'), item('plenary')],
})

test('[S4] after a recall whoever leads tables looks back on those, and nobody else on any', () => {
  expect(tablesBehind(recalled, 'els')).toEqual(['t2', 't6'])
  expect(tablesBehind(recalled, 'bram')).toEqual(['t1'])
  for (const other of ['anna', 'tom', 'ineke', 'nobody']) expect(tablesBehind(recalled, other)).toEqual([])
})

test('before anybody sat at a table there is nothing to look back on', () => {
  expect(tablesBehind(session({ phase: { name: 'plenary' }, agenda: [item('plenary')] }), 'els')).toEqual([])
})
