import {
  comingIn,
  comingInBytes,
  secondOf,
  unitsOf,
  type House,
  type Sample,
  type Units,
} from './arithmetic.ts'
import { row, spreadOf, type Row } from './pairs.ts'
import { storedOf, type Stored } from './stored.ts'
import type { TextCost } from './textCost.ts'

/** What is worked out from the first three is measured in the others. */
export const HOUSES = {
  small: { dialogues: 1, people: 50 },
  large: { dialogues: 1, people: 200 },
  several: { dialogues: 3, people: 50 },
  many: { dialogues: 8, people: 50 },
  big: { dialogues: 1, people: 350 },
} as const
export type HouseName = keyof typeof HOUSES
export const NAMES = Object.keys(HOUSES) as HouseName[]

/** One turn of one house: all together, a second. */
export interface Turn {
  talkMs: number
  talkBytes: number
  busyMs: number
  eventsPerSecond: number
  /** For each event. */
  eventMs: number
  toldBytes: number
  databaseMs: number
}
export interface Came {
  comingMs: number
  comingBytes: number
  memoryMb: number
}

export type Turns = Record<string, Turn[]>

export const middleOf = (turns: Turns, name: HouseName, key: keyof Turn): number =>
  spreadOf((turns[name] ?? []).map((one) => one[key])).median

/** From the medians of all rounds: what is worked out from differences of single ones tells of chance. */
export function unitsIn(turns: Turns, came: ReadonlyMap<HouseName, Came>): Units {
  const of = (name: HouseName): Sample => ({
    ...HOUSES[name],
    talkMs: middleOf(turns, name, 'talkMs'),
    eventMs: middleOf(turns, name, 'eventMs'),
    comingMs: came.get(name)?.comingMs ?? NaN,
    comingBytes: came.get(name)?.comingBytes ?? NaN,
  })
  return unitsOf(of('small'), of('large'), of('several'))
}

const named = (name: HouseName): string => `${HOUSES[name].dialogues} x ${HOUSES[name].people} people`

/** As measured. */
export const houseRows = (turns: Turns, came: ReadonlyMap<HouseName, Came>): Row[] =>
  NAMES.flatMap((name) => {
    const of = (key: keyof Turn) => (turns[name] ?? []).map((one) => one[key])
    return [
      row({ figure: `${named(name)}: a second with talk`, unit: 'ms', ours: of('talkMs') }),
      row({ figure: `${named(name)}: an event`, unit: 'ms', ours: of('eventMs') }),
      row({ figure: `${named(name)}: coming in, each`, unit: 'ms', ours: [came.get(name)?.comingMs ?? NaN] }),
    ]
  })

export function unitRows(turns: Turns, came: ReadonlyMap<HouseName, Came>): Row[] {
  const units = unitsIn(turns, came)
  const each = (key: keyof Units, by = 1) => [units[key] * by]
  const of = (name: HouseName, key: keyof Turn) => (turns[name] ?? []).map((one) => one[key])
  const memory = (name: HouseName) => came.get(name)?.memoryMb ?? NaN
  const many = HOUSES.many.dialogues * HOUSES.many.people
  const alone = (figure: string, unit: string, ours: number[]) => row({ figure, unit, ours })
  return [
    alone('a second of the process by itself', 'ms', each('processMs')),
    alone('a second of a dialogue by itself', 'ms', each('dialogueMs')),
    alone('a second of a person at a table with talk', 'ms', each('personMs')),
    alone(
      'the same, sent',
      'bytes',
      of('many', 'talkBytes').map((all) => all / many),
    ),
    alone('an event by itself', 'ms', each('eventMs')),
    alone('an event, for each who is told', 'µs', each('toldMs', 1_000)),
    alone('the same, sent', 'bytes', of('many', 'toldBytes')),
    alone(
      'an event, processor of the database',
      'ms',
      NAMES.flatMap((name) => of(name, 'databaseMs')),
    ),
    alone('coming in', 'ms', each('comingMs')),
    alone('coming in, for each other in the dialogue', 'ms', each('comingOtherMs')),
    alone('coming in, sent', 'kB', each('comingBytes', 0.001)),
    alone('coming in, sent for each other in the dialogue', 'bytes', each('comingOtherBytes')),
    alone('memory for each person more', 'MB', [
      (memory('many') - memory('several')) / (many - HOUSES.several.dialogues * HOUSES.several.people),
    ]),
  ]
}

export const textRows = ({ cpuMs, databaseMs, storedBytes }: TextCost): Row[] => [
  row({ figure: 'a letter written at a table of eight', unit: 'ms', ours: cpuMs }),
  row({ figure: 'the same, processor of the database', unit: 'ms', ours: databaseMs }),
  row({ figure: 'the same, stored until a snapshot has it', unit: 'bytes', ours: [storedBytes] }),
]

export function storedRows(all: ReadonlyMap<string, Stored>): Row[] {
  const people = HOUSES.many.dialogues * HOUSES.many.people
  const events = storedOf(all, 'events')
  const per = (figure: string, { bytes }: { bytes: number }, count: number) =>
    row({ figure, unit: 'bytes', ours: [bytes / count] })
  const speech = storedOf(all, 'speech_intervals')
  return [
    per('stored for each event and its command', storedOf(all, 'events', 'commands'), events.rows),
    per('stored for each stretch of speech', speech, Math.max(1, speech.rows)),
    per('stored for each person', storedOf(all, 'people', 'links', 'logins'), people),
  ]
}

/** What was worked out beside what was measured. */
export function checkRows(turns: Turns, came: ReadonlyMap<HouseName, Came>): Row[] {
  const units = unitsIn(turns, came)
  return (['many', 'big'] as const).flatMap((name) => {
    const { dialogues, people } = HOUSES[name]
    const busy = turns[name] ?? []
    const house = (at: number): House => ({
      dialogues,
      people,
      eventsPerSecond: busy[at]?.eventsPerSecond ?? NaN,
    })
    const rate = Math.round(spreadOf(busy.map(({ eventsPerSecond }) => eventsPerSecond)).median)
    const beside = (figure: string, unit: string, worked: number[], measured: number[]) =>
      row({
        figure: `${named(name)}: ${figure}, worked out`,
        unit,
        ours: worked,
        peer: 'measured',
        theirs: measured,
        target: '0.8 to 1.25 of it',
        meets: ({ ratio }) => ratio >= 0.8 && ratio <= 1.25,
      })
    const { comingMs = NaN, comingBytes = NaN } = came.get(name) ?? {}
    return [
      beside(
        `a second with ${rate} events`,
        'ms',
        busy.map((_, at) => secondOf(units, house(at))),
        busy.map(({ busyMs }) => busyMs),
      ),
      beside('everybody coming in', 'ms', [comingIn(units, house(0))], [comingMs * dialogues * people]),
      beside(
        'everybody coming in, sent',
        'MB',
        [comingInBytes(units, house(0)) / 1e6],
        [(comingBytes * dialogues * people) / 1e6],
      ),
    ]
  })
}
