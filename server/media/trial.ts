import type { LineTrial } from '../../shared/protocol.ts'
import { randomText } from '../kit/newId.ts'
import { NOTHING, personGrant } from './grants.ts'
import type { Sfu } from './sfu.ts'

/** A room for a trial is gone so many seconds after the last one left. */
const TRIAL_SECONDS = 30
/** One to come in with as browsers do, and one by the way round only. */
const PASSES = 2

/** A room of its own for one trial of a line; nobody may send anything there. */
export async function lineTrial(sfu: Sfu, url: string): Promise<LineTrial> {
  const room = randomText()
  await sfu.createRoom(room, TRIAL_SECONDS)
  const tokens = await Promise.all(
    Array.from({ length: PASSES }, () => sfu.mint(randomText(), personGrant(room, NOTHING))),
  )
  return { url, tokens }
}
