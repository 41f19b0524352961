import { setTimeout as pause } from 'node:timers/promises'
import { inPlenary, speaks } from '../domain/support/sentence.ts'
import { nowMs, tone, type Bot } from '../support/bot.ts'
import { startMediaWorld, stateAfter, type MediaWorld } from '../support/media.ts'

/** Per turn, ms from the moment the state gives the floor until the first sound of the speaker is heard by somebody else. */
export async function grantsToBots(turns: number): Promise<number[]> {
  const world = await startMediaWorld()
  try {
    const closed = stateAfter([inPlenary])
    const open = stateAfter([inPlenary, speaks('Ans')])
    world.media.follow(closed)
    const ans = await world.join(closed, 'Ans', { hears: false, leadMs: 0 })
    const bram = await world.join(closed, 'Bram')
    const took: number[] = []
    for (let turn = 0, seq = open.seq; turn < turns; turn++, seq += 2) {
      const began = nowMs()
      world.media.follow({ ...open, seq })
      await allowed(world, ans)
      ans.play(tone(1))
      await ans.publish()
      took.push((await bram.firstSound(5_000)) - began)
      world.media.follow({ ...closed, seq: seq + 1 })
      await pause(1_500)
    }
    return took
  } finally {
    await world.close()
  }
}

/** This client has no event for it, and a publication without the right to it hangs: ask the SFU. */
async function allowed(world: MediaWorld, { room, identity }: Bot) {
  for (;;) {
    const there = await world.rooms.participants(room.name ?? '')
    if (there.some((one) => one.identity === identity && one.sending.microphone)) return
    await pause(2)
  }
}
