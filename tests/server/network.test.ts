import { expect, test } from 'vitest'
import { networkOf } from '../../server/http/network.ts'

test('all addresses of one network are one who asks, however they are written', () => {
  const own = ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:3:4:192.0.2.1']
  expect(own.map(networkOf)).toEqual(own.map(() => '2001:db8:1:2'))
  expect(['2001:db8:1:3::1', '2001:db8::1', '::1', 'fe80::1%eth0'].map(networkOf)).toEqual([
    '2001:db8:1:3',
    '2001:db8:0:0',
    '0:0:0:0',
    'fe80:0:0:0',
  ])
})

test('an older address is itself, also where it is written in the newer way', () => {
  expect(['192.0.2.7', '::ffff:192.0.2.7', ''].map(networkOf)).toEqual(['192.0.2.7', '192.0.2.7', ''])
})
