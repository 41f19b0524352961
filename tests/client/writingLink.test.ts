import { expect, test } from 'vitest'
import { addressOf } from '../../client/parts/agreement/writing/link.ts'

test.each([
  ['https://dialoog.example/a?b=c', 'https://dialoog.example/a?b=c'],
  [' http://dialoog.example ', 'http://dialoog.example'],
  ['mailto:griffie@gemeente.example', 'mailto:griffie@gemeente.example'],
  ['www.gemeente.example', 'https://www.gemeente.example'],
  ['gemeente.example/plan', 'https://gemeente.example/plan'],
  ['griffie@gemeente.example', 'mailto:griffie@gemeente.example'],
])('an address that leads to the web or to mail is a link: %s', (typed, href) => {
  expect(addressOf(typed)).toBe(href)
})

test.each([
  '',
  'het plan',
  'gemeente',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'tel:0612345678',
  'https://',
  'https://a b',
  'griffie @gemeente.example',
  `https://a.example/${'a'.repeat(3_000)}`,
])('anything else is none: %s', (typed) => {
  expect(addressOf(typed)).toBeNull()
})
