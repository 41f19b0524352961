import { z } from 'zod'
import type { Bus, Topic } from '../bus/bus.ts'
import type { SessionId } from '../../shared/dialogue/model.ts'
import { apartLine, ownDevice } from '../../shared/protocol.ts'
import type { Meter } from './meter.ts'
import type { Relay } from './relay.ts'

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

export interface Moment {
  session: SessionId
  name: keyof Momentary
  args: unknown[]
}

export const MOMENT: Topic<Moment> = {
  name: 'moment',
  schema: z.object({ session: id, name: z.enum(NAMES), args: z.array(z.unknown()) }),
}

/** The same, told at the other nodes too. */
export function shareMoments(own: Momentary, bus: Pick<Bus, 'publish'>, session: SessionId): Momentary {
  const shared = <Name extends keyof Momentary>(name: Name): Momentary[Name] => {
    const tell = (...args: unknown[]) => {
      hearMoment(own, name, args)
      bus.publish(MOMENT, { session, name, args })
    }
    return tell as Momentary[Name]
  }
  return Object.fromEntries(NAMES.map((name) => [name, shared(name)])) as unknown as Momentary
}

/** Only told at the other nodes. */
export const tellMoment =
  (bus: Pick<Bus, 'publish'> | undefined, session: SessionId, name: keyof Momentary) =>
  (...args: unknown[]): void =>
    bus?.publish(MOMENT, { session, name, args })

/** What was told at another node. */
export function hearMoment(own: Momentary, name: keyof Momentary, args: unknown[]): void {
  const read = TOLD[name].safeParse(args)
  // the schema just chosen by `name` is the proof that the two belong together
  if (read.success) (own[name] as (...told: unknown[]) => void)(...read.data)
}
