import type { HelpCall, PersonId, SessionState } from '../../shared/dialogue/model.ts'
import type { ApartLine, ClientFrame, OwnDevice } from '../../shared/protocol.ts'
import type { Viewer } from './viewers.ts'

/** Whoever comes in later reads so many lines back. */
const KEPT_LINES = 50

/** What whoever asked for help and whoever helps them tell each other beside the log: in memory only, and gone with the call. */
export interface Helped {
  /** Whoever asked can be called here; for helpers only. */
  callBack(person: PersonId, number: string): void
  /** What whoever asked has before them; for helpers only. */
  ownDevice(person: PersonId, device: OwnDevice): void
  /** By whoever helps this person: a test sound on their device. */
  tones(by: PersonId, person: PersonId): void
  /** For the two of them only, also after the call was passed on to another helper. */
  apart(line: ApartLine): void
}

interface Told {
  /** Of the call: with the next one nothing of this is known any more. */
  at: number
  number: string
  device: OwnDevice | null
  lines: ApartLine[]
}

/** The line this person may type to whoever they help or are helped by; null: to nobody. `at`: server milliseconds. */
export function typedApart(
  state: SessionState,
  by: PersonId,
  { person, id, text }: Extract<ClientFrame, { kind: 'apart' }>,
  at: number,
): ApartLine | null {
  const helper = callOf(state, person)?.takenBy
  if (!helper || state.people[helper]?.role !== 'helper') return null
  return by === person || by === helper ? { id, person, helper, by, at, text } : null
}

const callOf = ({ help }: SessionState, person: PersonId): HelpCall | undefined =>
  help.find((call) => call.person === person)

const reads = ({ person }: Viewer, line: ApartLine): boolean =>
  person === line.person || person === line.helper

export function createHelped(viewers: ReadonlySet<Viewer>, state: () => SessionState) {
  const told = new Map<PersonId, Told>()

  function toldBy(person: PersonId): Told | null {
    const call = callOf(state(), person)
    if (!call) {
      told.delete(person)
      return null
    }
    const found = told.get(person)
    if (found?.at === call.at) return found
    const fresh: Told = { at: call.at, number: '', device: null, lines: [] }
    told.set(person, fresh)
    return fresh
  }
  const known = () =>
    [...told.keys()].flatMap((person) => {
      const call = toldBy(person)
      return call ? [{ person, ...call }] : []
    })
  const helps = ({ person }: Viewer): boolean => state().people[person]?.role === 'helper'
  const helped: Helped = {
    callBack(person, number) {
      const call = toldBy(person)
      if (!call) return
      call.number = number
      for (const viewer of viewers) if (helps(viewer)) viewer.send({ kind: 'callBack', person, number })
    },
    ownDevice(person, device) {
      const call = toldBy(person)
      if (!call) return
      call.device = device
      for (const viewer of viewers) if (helps(viewer)) viewer.send({ kind: 'ownDevice', person, device })
    },
    tones(by, person) {
      if (callOf(state(), person)?.takenBy !== by) return
      for (const viewer of viewers) if (viewer.person === person) viewer.send({ kind: 'tones', by })
    },
    apart(line) {
      const call = toldBy(line.person)
      if (!call || call.lines.some(({ id }) => id === line.id)) return
      call.lines = [...call.lines, line].slice(-KEPT_LINES)
      for (const viewer of viewers) if (reads(viewer, line)) viewer.send({ kind: 'apart', line })
    },
  }
  const tellLinesAgain = (to: Pick<Helped, 'apart'>): void => {
    for (const { lines } of known()) for (const line of lines) to.apart(line)
  }
  return {
    ...helped,
    tellLinesAgain,
    greet(viewer: Viewer) {
      for (const { person, number, device, lines } of known()) {
        if (number && helps(viewer)) viewer.send({ kind: 'callBack', person, number })
        if (device && helps(viewer)) viewer.send({ kind: 'ownDevice', person, device })
        for (const line of lines) if (reads(viewer, line)) viewer.send({ kind: 'apart', line })
      }
    },
    /** Told once more, for a node that has just opened the session. */
    tellAgain(to: Pick<Helped, 'callBack' | 'ownDevice' | 'apart'>) {
      for (const { person, number, device } of known()) {
        if (number) to.callBack(person, number)
        if (device) to.ownDevice(person, device)
      }
      tellLinesAgain(to)
    },
  }
}
