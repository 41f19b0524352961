import { expect, test } from 'vitest'
import {
  atTables,
  comesBack,
  ends,
  given,
  goesAway,
  grants,
  inPlenary,
  invites,
  joins,
  leaves,
  lower,
  mode,
  next,
  raise,
  restore,
  speaks,
  starts,
  wait,
} from './support/sentence.ts'

test('[F1] hands stand in the order in which they were raised', () => {
  given(inPlenary).when(raise('Cees'), raise('Ans'), raise('Bram')).queueIs('Cees', 'Ans', 'Bram')
})

test('[F1] raising a raised hand changes nothing', () => {
  given(inPlenary, raise('Ans'), raise('Bram')).when(raise('Ans')).gives().queueIs('Ans', 'Bram')
})

test('[F1] a hand lowered and raised again after the time to undo goes to the back', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), lower('Ans'), wait(10_001))
    .when(raise('Ans'))
    .gives('HandRaised Ans')
    .queueIs('Bram', 'Ans')
})

test('[F1] [F4] raised again within the time to undo, it takes its old place', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), lower('Ans'), wait(9_000))
    .when(raise('Ans'))
    .gives('HandRestored Ans')
    .queueIs('Ans', 'Bram')
})

test('[F4] a hand lowered by mistake comes back in its old place, behind those who were in front of it', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), raise('Cees'), raise('Dina'), lower('Cees'), lower('Ans'))
    .when(restore('Cees'))
    .queueIs('Bram', 'Cees', 'Dina')
})

test('[F4] who went to the back meanwhile is not waited for', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), lower('Bram'), lower('Ans'), wait(8_000), raise('Cees'))
    .when(wait(2_001), raise('Ans'), raise('Bram'))
    .queueIs('Cees', 'Ans', 'Bram')
})

test('[F4] the holder who raises again is behind a hand that was lowered meanwhile', () => {
  given(inPlenary, speaks('Ans'), raise('Bram'), lower('Bram'), wait(1_000), ends('Ans'), raise('Ans'))
    .when(restore('Bram'))
    .queueIs('Bram', 'Ans')
})

test('[F4] after ten seconds there is nothing to undo', () => {
  given(inPlenary, raise('Ans'), lower('Ans'), wait(10_001)).when(restore('Ans')).refuses('nothing_to_undo')
})

test('lowering a hand that is not up changes nothing', () => {
  given(inPlenary).when(lower('Ans')).gives()
})

test('[F2] somebody who is away keeps the place, is passed over, and comes back in front', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), goesAway('Ans'), wait(120_000))
    .when(next())
    .turnIs('Bram')
    .queueIs('Ans')
    .when(comesBack('Ans'), starts('Bram'), ends('Bram'))
    .turnIs('Ans')
})

test('[F2] leaving on purpose frees the place', () => {
  given(inPlenary, raise('Ans'), raise('Bram'))
    .when(leaves('Ans'))
    .gives('PersonLeft Ans', 'HandDropped Ans')
    .queueIs('Bram')
})

test('[F2] who left and comes back stands at the back', () => {
  given(inPlenary, raise('Ans'), raise('Bram'), leaves('Ans'))
    .when(joins('Ans'), raise('Ans'))
    .queueIs('Bram', 'Ans')
})

test('[F2] the holder leaves: the floor goes on', () => {
  given(inPlenary, speaks('Ans'), raise('Bram'))
    .when(leaves('Ans'))
    .gives('PersonLeft Ans', 'TurnEnded Ans left', 'FloorGranted Bram')
})

test('[F3] a reply needs somebody to reply to', () => {
  given(inPlenary).when(raise('Bram', 'reply')).refuses('floor_closed')
})

test('[F3] there is one reply at most, and never to oneself', () => {
  given(inPlenary, speaks('Ans'), raise('Bram', 'reply')).when(raise('Cees', 'reply')).refuses('already')
  given(inPlenary, speaks('Ans')).when(raise('Ans', 'reply')).refuses('floor_closed')
})

test('[F3] a reply goes before the queue, and is short', () => {
  const told = given(inPlenary, speaks('Ans'), raise('Cees'), raise('Bram', 'reply'))
    .when(ends('Ans'))
    .turnIs('Bram')
  expect(told.state.floors.plenary?.turn?.targetMs).toBe(30_000)
  told.when(starts('Bram'), ends('Bram')).turnIs('Cees')
})

test('[F3] an invited reply takes the reply hand away and ends with the turn', () => {
  const told = given(inPlenary, speaks('Ans'), raise('Bram', 'reply'))
    .when(invites('Bram'))
    .gives('ReplyInvited Bram')
    .queueIs()
  expect(told.state.floors.plenary?.reply).toBe('Bram')
  expect(told.when(ends('Ans')).state.floors.plenary?.reply).toBeNull()
})

test('[F3] a second invited reply takes the place of the first', () => {
  given(inPlenary, speaks('Ans'), invites('Bram'))
    .when(invites('Cees'))
    .gives('ReplyEnded Bram', 'ReplyInvited Cees')
})

test('[F3] a point of order waits for whoever leads; answering it is a grant and no override', () => {
  const told = given(inPlenary, raise('Ans'), raise('Bram', 'process'))
    .when(next())
    .turnIs('Ans')
    .queueIs('Bram')
  told.when(grants('Bram')).turnIs('Bram')
  expect(told.state.floors.plenary?.turn).toMatchObject({ kind: 'process', override: false })
  told.queueIs('Ans')
})

test('[F3] a point of order nobody answers is not stuck: it comes when no turn waits', () => {
  given(inPlenary, raise('Bram', 'process')).when(next()).turnIs('Bram')
})

test('[F7] whoever facilitates queues like anyone for content', () => {
  given(inPlenary, raise('Ans'), raise('Femke')).queueIs('Ans', 'Femke')
  given(atTables, raise('Ans'), raise('Femke'), mode('firstCome', 't1'))
    .when(next('t1'))
    .turnIs('Ans', 'offered', 't1')
    .queueAt('t1', 'Femke')
})

test('a hand is raised where one is, and nowhere else', () => {
  given(atTables).when(raise('Ans')).queueAt('t1', 'Ans').queueIs()
})
