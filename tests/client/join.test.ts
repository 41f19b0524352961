import { expect, test } from 'vitest'
import { screenFor } from '../../client/app/join/screens.ts'
import { troubleOf } from '../../client/app/ErrorPage.tsx'
import { callsOf, tipFor } from '../../client/app/help/calls.ts'
import { beginning } from '../../client/app/join/beginning.ts'
import { dayAndTime, timeOf } from '../../client/parts/ui/when.ts'
import { chooseLocale } from '../../client/parts/ui/locale.ts'
import { readTheme } from '../../client/parts/ui/theme.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { DeviceStatus, Presence } from '../../shared/protocol.ts'

const NOW = Date.UTC(2026, 10, 24, 18, 24)
const lobby = (startsAt: number | null): SessionState => ({ ...emptySession, startsAt })

test('a newcomer is in after the check and "Naar de zaal"; with the link that makes three presses', () => {
  expect(screenFor('participant', 'plenary', 'check')).toBe('check')
  expect(screenFor('participant', 'plenary', 'ready')).toBe('ready')
  expect(screenFor('participant', 'plenary', 'in')).toBe('room')
})

test('in the lobby everybody who takes part waits on a screen that goes on by itself', () => {
  expect(screenFor('participant', 'lobby', 'in')).toBe('ready')
  expect(screenFor('observer', 'lobby', 'check')).toBe('ready')
})

test('organiser and helper go straight to their work, an observer straight in', () => {
  expect(screenFor('organiser', 'lobby', 'check')).toBe('room')
  expect(screenFor('helper', 'tables', 'check')).toBe('helper')
  expect(screenFor('observer', 'plenary', 'check')).toBe('room')
})

test('after the end nobody is asked for a camera', () => {
  expect(screenFor('participant', 'ended', 'check')).toBe('room')
})

test('the beginning is told in words that are true', () => {
  expect(beginning(lobby(null), NOW, 'nl')).toEqual(['join.beginSoon'])
  expect(beginning(lobby(NOW - 1), NOW, 'nl')).toEqual(['join.beginSoon'])
  expect(beginning(lobby(NOW + 5.5 * 60_000), NOW, 'nl')).toEqual([
    'join.beginAt',
    { time: timeOf(NOW + 5.5 * 60_000, 'nl'), minutes: 6 },
  ])
  expect(beginning(lobby(NOW + 3 * 86_400_000), NOW, 'nl')[0]).toBe('join.beginDay')
  expect(beginning({ ...lobby(NOW), phase: { name: 'plenary' } }, NOW, 'nl')).toEqual(['join.begun'])
})

test('times are written as people here write them', () => {
  expect(timeOf(NOW, 'nl')).toBe('19.24')
  expect(timeOf(NOW, 'en')).toBe('19:24')
  expect(dayAndTime(NOW, 'nl')).toBe('Dinsdag 24 november, 19.24 uur')
})

test('the language asked for wins, then the one chosen before, then the browser, then Dutch', () => {
  expect(chooseLocale('?lang=en', 'nl', ['nl'])).toBe('en')
  expect(chooseLocale('', 'en', ['nl-NL'])).toBe('en')
  expect(chooseLocale('', null, ['fr-FR', 'en-GB', 'nl'])).toBe('en')
  expect(chooseLocale('?lang=xx', 'yy', ['fr'])).toBe('nl')
})

test('a display that we do not know is that of the device', () => {
  expect(readTheme('dark')).toBe('dark')
  expect(readTheme('neon')).toBe('system')
  expect(readTheme(null)).toBe('system')
})

test('a closed line leads to a page that says what helps', () => {
  expect([4401, 4403, 4409, 4410, 4426, null].map(troubleOf)).toEqual([
    'open_link_again',
    'forbidden',
    'elsewhere',
    'ended',
    'old',
    'open_link_again',
  ])
})

const status = (part: Partial<DeviceStatus> = {}): DeviceStatus => ({
  room: 'plenary',
  microphone: 'off',
  camera: 'on',
  media: 'on',
  screen: 'room',
  ...part,
})

test('who waits longest for help is on top, also after a helper took the call', () => {
  const call = (person: string, at: number, takenBy: string | null = null) => ({
    person,
    at,
    note: '',
    takenBy,
    aside: null,
  })
  const state = { ...emptySession, help: [call('b', NOW - 60_000), call('a', NOW - 300_000, 'h')] }
  const here: Record<string, Presence> = { a: { person: 'a', state: 'here', since: NOW, status: status() } }
  const calls = callsOf(state, here, NOW)
  expect(calls.map(({ person, minutes, away }) => ({ person, minutes, away }))).toEqual([
    { person: 'a', minutes: 5, away: false },
    { person: 'b', minutes: 1, away: true },
  ])
})

test('the helper is given the likeliest cause first', () => {
  expect(tipFor({ away: true, status: null })).toBe('away')
  expect(tipFor({ away: false, status: status({ microphone: 'blocked', media: 'trouble' }) })).toBe('blocked')
  expect(tipFor({ away: false, status: status({ camera: 'none' }) })).toBe('none')
  expect(tipFor({ away: false, status: status({ media: 'trouble' }) })).toBe('trouble')
  expect(tipFor({ away: false, status: status() })).toBe('fine')
})
