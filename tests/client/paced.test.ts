import { expect, test } from 'vitest'
import { paced } from '../../client/core/session/paced.ts'

/** A clock that is moved by hand. */
function byHand() {
  let now = 0
  const due: { at: number; work: () => void }[] = []
  return {
    clock: {
      now: () => now,
      after(ms: number, work: () => void) {
        const one = { at: now + ms, work }
        due.push(one)
        return () => void due.splice(due.indexOf(one), 1)
      },
    },
    pass(ms: number) {
      now += ms
      for (const one of due.filter(({ at }) => at <= now)) {
        due.splice(due.indexOf(one), 1)
        one.work()
      }
    },
  }
}

test('the first letter is said at once, the rest at most every 300 ms, and the last is never left out', () => {
  const said: string[] = []
  const { clock, pass } = byHand()
  const { say } = paced((text) => void said.push(text), clock)
  for (const text of ['I', 'Ik', 'Ik ', 'Ik z', 'Ik zo', 'Ik zou']) {
    say(text)
    pass(100)
  }
  expect(said).toEqual(['I', 'Ik ', 'Ik zou'])
  pass(1_000)
  say('Ik zou')
  expect(said).toHaveLength(3)
})

test('what was taken back is said too: the others do not keep reading it', () => {
  const said: string[] = []
  const { clock, pass } = byHand()
  const { say, stop } = paced((text) => void said.push(text), clock)
  say('Nee')
  say('')
  pass(300)
  expect(said).toEqual(['Nee', ''])
  say('te laat')
  stop()
  pass(1_000)
  expect(said).toEqual(['Nee', ''])
})
