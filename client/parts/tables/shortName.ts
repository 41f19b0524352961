import type { Person } from '../../../shared/dialogue/model.ts'

/** A form of address is no name to call somebody by. */
const ADDRESS =
  /^(de|heer|dhr|meneer|mevrouw|mevr|mw|mijnheer|dr|drs|ir|ing|mr|prof|wethouder|burgemeester)\.?$/i

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/**
 * What stands on a small tile: the first name, where it is one and nobody else in the dialogue has it; else the whole name. It goes by the
 * dialogue and not by the room, so that nobody is called otherwise at a table than in the main room.
 */
export function shortName({ id, name }: Person, people: Readonly<Record<string, Person>>): string {
  const first = firstWord(name)
  if (first === name || ADDRESS.test(first) || !/^\p{L}[\p{L}\p{M}’'-]+$/u.test(first)) return name
  const others = Object.values(people).filter((other) => other.id !== id)
  const asFirst = first.toLocaleLowerCase()
  return others.some((other) => firstWord(other.name).toLocaleLowerCase() === asFirst) ? name : first
}
