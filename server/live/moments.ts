import { z } from 'zod'
import type { Bus, Topic } from '../bus/bus.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import { apartLine, ownDevice } from '../../shared/protocol.ts'
import { newId } from '../kit/newId.ts'
import { createSerial } from '../kit/serial.ts'
import type { Meter } from './meter.ts'
import type { Relay } from './relay.ts'
import type { Runner } from './runner.ts'

/** What is of the moment and told at one node; people at the others hear of it too. */
export type Momentary = Omit<Relay, 'mediaAvailable'> & Pick<Meter, 'spoke' | 'muted' | 'measuring'>

const id = z.string()
const text = z.string()
const at = z.number()
const yes = z.boolean()

/** What each is told with. */
const TOLD = {
  speaking: z.tuple([id, z.array(id)]),
  typing: z.tuple([id, id, yes]),
  draft: z.tuple([id, id, text]),
  caption: z.tuple([id, text, yes]),
  callBack: z.tuple([id, text]),
  ownDevice: z.tuple([id, ownDevice]),
  tones: z.tuple([id, id]),
  apart: z.tuple([apartLine]),
  copied: z.tuple([z.object({ room: id, person: id, noticed: yes })]),
  throughAir: z.tuple([id, id, id]),
  renewed: z.tuple([id]),
  spoke: z.tuple([id, id, at, at]),
  muted: z.tuple([id, id, at]),
  measuring: z.tuple([id, yes, at]),
} satisfies { [Name in keyof Momentary]: z.ZodType<Parameters<Momentary[Name]>> }

const NAMES = Object.keys(TOLD) as (keyof Momentary)[]

/** Told once each, in the order of their numbers. */
export interface Moment {
  session: SessionId
  /** The session as it is open at one node; a new one at every opening. */
  teller: string
  number: number
  /** How far the log was known where it was told. */
  seq: number
  name: keyof Momentary
  args: unknown[]
}

export const MOMENT: Topic<Moment> = {
  name: 'moment',
  schema: z.object({
    session: id,
    teller: id,
    number: at,
    // a node of the last release does not say
    seq: at.default(0),
    name: z.enum(NAMES),
    args: z.array(z.unknown()),
  }),
}

/** What is of the moment in one session, among the nodes. */
export interface Moments {
  /** Told here and at the other nodes. */
  shared: Momentary
  /** Only told at the other nodes. */
  elsewhere: Momentary
  /** What was told at another node; a second time it changes nothing. False: something before it was missed. */
  hear(moment: Moment): boolean
}

const forEach = (make: (name: keyof Momentary) => (...args: unknown[]) => void): Momentary =>
  Object.fromEntries(NAMES.map((name) => [name, make(name)])) as unknown as Momentary

/** The session's log as it is known at this node. */
interface Known extends Pick<Runner, 'reach'> {
  seq(): number
}

export function createMoments(
  own: Momentary,
  bus: Pick<Bus, 'publish'>,
  session: SessionId,
  log: Known,
): Moments {
  const teller = newId('tel')
  let told = 0
  /** The last number of each teller. */
  const heard = new Map<string, number>()
  const behind = createSerial()

  const publish = (name: keyof Momentary, args: unknown[]) =>
    bus.publish(MOMENT, { session, teller, number: (told += 1), seq: log.seq(), name, args })

  /** A call for help, or who took it, may stand in lines of the log that are still on their way here. */
  async function tellOnceKnown({ seq, name, args }: Moment): Promise<void> {
    await log.reach(seq).catch(() => undefined)
    tell(own, name, args)
  }

  return {
    shared: forEach((name) => (...args) => {
      tell(own, name, args)
      publish(name, args)
    }),
    elsewhere: forEach(
      (name) =>
        (...args) =>
          publish(name, args),
    ),
    hear(moment) {
      const last = heard.get(moment.teller) ?? 0
      // what comes late is missed, as what is lost
      if (moment.number <= last) return true
      heard.set(moment.teller, moment.number)
      if (behind.busy() || log.seq() < moment.seq) void behind.run(() => tellOnceKnown(moment))
      else tell(own, moment.name, moment.args)
      return moment.number === last + 1
    },
  }
}

function tell(own: Momentary, name: keyof Momentary, args: unknown[]): void {
  const read = TOLD[name].safeParse(args)
  // the schema just chosen by `name` is the proof that the two belong together
  if (read.success) (own[name] as (...told: unknown[]) => void)(...read.data)
}
