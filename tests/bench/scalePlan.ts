import { comingIn, comingInBytes, secondOf, type House } from './arithmetic.ts'
import { row, spreadOf, type Row } from './pairs.ts'
import { HOUSES, middleOf, unitsIn, NAMES, type Came, type HouseName, type Turns } from './scaleRows.ts'
import type { TextCost } from './textCost.ts'

const PLANNED = [
  { dialogues: 100, people: 100 },
  { dialogues: 1, people: 10_000 },
]
const EACH_TABLE = 8
/**
 * What people do at a table: a turn of forty seconds is a hand, an offer, a beginning and an end, which is 0.0125 events for each of
 * eight a second, and half as much again for all else; half of the time somebody writes, three letters a second.
 */
const EVENTS_EACH = 0.02
const LETTERS_EACH_TABLE = 1.5

const middle = (values: readonly number[]): number => spreadOf(values).median

/** Houses that are larger than this machine bears, worked out from what was measured: nothing here was tried. */
export function planRows(turns: Turns, came: ReadonlyMap<HouseName, Came>, texts: TextCost): Row[] {
  const units = unitsIn(turns, came)
  const many = HOUSES.many.dialogues * HOUSES.many.people
  const bytes = {
    person: middleOf(turns, 'many', 'talkBytes') / many,
    told: middleOf(turns, 'many', 'toldBytes'),
  }
  const eventOfDatabase = middle(NAMES.map((name) => middleOf(turns, name, 'databaseMs')))

  return PLANNED.flatMap(({ dialogues, people }) => {
    const all = dialogues * people
    const events = all * EVENTS_EACH
    const letters = (all / EACH_TABLE) * LETTERS_EACH_TABLE
    const house: House = { dialogues, people, eventsPerSecond: events }
    const planned = (figure: string, unit: string, value: number) =>
      row({ figure: `${dialogues} x ${people} people, worked out: ${figure}`, unit, ours: [value] })
    return [
      planned('app at the tables', 'cores', secondOf(units, house) / 1_000),
      planned('app for the texts', 'cores', (letters * middle(texts.cpuMs)) / 1_000),
      planned('database', 'cores', (events * eventOfDatabase + letters * middle(texts.databaseMs)) / 1_000),
      planned(
        'sent a second, without the texts',
        'MB',
        (all * bytes.person + events * people * bytes.told) / 1e6,
      ),
      planned('everybody coming in', 'core seconds', comingIn(units, house) / 1_000),
      planned('everybody coming in, sent', 'GB', comingInBytes(units, house) / 1e9),
    ]
  })
}
