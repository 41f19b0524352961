import type { Command } from '../../shared/dialogue/commands.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import type { DialogueRow, PersonRow } from '../store/store.ts'

/** What was stored while the log could not be written; and the title and time of a dialogue from before they were in the log. */
export function takeUpCommands(
  { seq, people: known }: SessionState,
  row: DialogueRow,
  people: readonly PersonRow[],
): Command[] {
  // the making of this dialogue was cut short
  if (seq === 0) return []
  const missing = people.filter(({ id }) => known[id] === undefined)
  return [...(missing.length > 0 ? [addPeopleCommand(missing)] : []), setDialogueCommand(row)]
}

export const addPeopleCommand = (people: readonly PersonRow[]): Command => ({
  type: 'addPeople',
  payload: { people: people.map(({ id, name, role, group, detail }) => ({ id, name, role, group, detail })) },
})

export const setDialogueCommand = ({
  title,
  startsAt,
}: Pick<DialogueRow, 'title' | 'startsAt'>): Command => ({
  type: 'setDialogue',
  payload: { title, startsAt },
})
