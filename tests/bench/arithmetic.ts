/**
 * What a house of many dialogues costs, worked out from what a few small ones cost. Processor is that of the app servers in ms, and bytes
 * are what they send; the database, the media server and the texts are counted by themselves.
 */
export interface House {
  dialogues: number
  /** In each. */
  people: number
  /** In all of them together: what is stored and told to everybody in its dialogue. */
  eventsPerSecond: number
}

/** One house as it was measured, with talk at all tables. */
export interface Sample {
  dialogues: number
  people: number
  /** A second without events: processor of all together. */
  talkMs: number
  /** For each event. */
  eventMs: number
  /** For somebody who comes in, on average over all. */
  comingMs: number
  comingBytes: number
}

/** What things cost by themselves. */
export interface Units {
  /** A second: of the process, of each dialogue, and of each person at a table. */
  processMs: number
  dialogueMs: number
  personMs: number
  /** Of each event, and for each who is told of it. */
  eventMs: number
  toldMs: number
  /** Of somebody who comes in, and for each other in the dialogue. */
  comingMs: number
  comingOtherMs: number
  comingBytes: number
  comingOtherBytes: number
}

/** The line through two points. */
function line(few: number, atFew: number, many: number, atMany: number): { fixed: number; each: number } {
  const each = (atMany - atFew) / (many - few)
  return { fixed: atFew - each * few, each }
}

/** From one small dialogue, one large one, and several small ones. */
export function unitsOf(small: Sample, large: Sample, several: Sample): Units {
  const between = (of: (one: Sample) => number) => line(small.people, of(small), large.people, of(large))
  const talk = between(({ talkMs }) => talkMs)
  const event = between(({ eventMs }) => eventMs)
  const coming = between(({ comingMs }) => comingMs)
  const bytes = between(({ comingBytes }) => comingBytes)
  const alone = line(
    small.dialogues,
    talk.fixed,
    several.dialogues,
    several.talkMs - talk.each * several.dialogues * several.people,
  )
  return {
    processMs: alone.fixed,
    dialogueMs: alone.each,
    personMs: talk.each,
    eventMs: event.fixed,
    toldMs: event.each,
    comingMs: coming.fixed,
    comingOtherMs: coming.each,
    comingBytes: bytes.fixed,
    comingOtherBytes: bytes.each,
  }
}

/** Processor for a second of it, ms: a thousand is one core. */
export const secondOf = (units: Units, { dialogues, people, eventsPerSecond }: House): number =>
  units.processMs +
  dialogues * (units.dialogueMs + people * units.personMs) +
  eventsPerSecond * (units.eventMs + people * units.toldMs)

/** Everybody coming in: processor, ms. */
export const comingIn = (units: Units, { dialogues, people }: House): number =>
  dialogues * people * (units.comingMs + people * units.comingOtherMs)

/** Everybody coming in: bytes that are sent. */
export const comingInBytes = (units: Units, { dialogues, people }: House): number =>
  dialogues * people * (units.comingBytes + people * units.comingOtherBytes)
