import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Announcer, announce } from '../../client/parts/ui/Announcer.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  render(<Announcer />)
})

afterEach(() => {
  act(() => void vi.advanceTimersByTime(120_000))
  vi.useRealTimers()
})

const tell = (text: string, how?: Parameters<typeof announce>[1]) => act(() => announce(text, how))
const [polite, urgent] = [0, 1]
const heard = (log: number): string[] =>
  [...(screen.getAllByRole('log')[log]?.querySelectorAll('p') ?? [])].map((line) => line.textContent ?? '')

it('says six sentences of what others do, and then what is one’s own all the same', () => {
  for (let index = 0; index < 10; index += 1)
    tell(`Spreker ${index} is aan het woord.`, { topic: 'state', others: true })
  expect(heard(polite)).toHaveLength(6)
  tell('U bent hierna.', { topic: 'state' })
  tell('U bent aan de beurt, Riet.', { topic: 'state', urgent: true })
  expect(heard(polite).at(-1)).toBe('U bent hierna.')
  expect(heard(urgent)).toEqual(['U bent aan de beurt, Riet.'])
})

it('says in the end how it is, once there is room', () => {
  for (let index = 0; index < 10; index += 1)
    tell(`Spreker ${index} is aan het woord.`, { topic: 'state', others: true })
  act(() => void vi.advanceTimersByTime(59_000))
  expect(heard(polite)).toEqual([])
  act(() => void vi.advanceTimersByTime(1_500))
  expect(heard(polite)).toEqual(['Spreker 9 is aan het woord.'])
})

it('does not say later what one’s own sentence has replaced', () => {
  for (let index = 0; index < 10; index += 1)
    tell(`Spreker ${index} is aan het woord.`, { topic: 'state', others: true })
  tell('U bent hierna.', { topic: 'state' })
  act(() => void vi.advanceTimersByTime(61_000))
  expect(heard(polite)).toEqual([])
})
