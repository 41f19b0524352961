import {
  baseKeymap,
  chainCommands,
  joinTextblockBackward,
  joinTextblockForward,
  toggleMark,
} from 'prosemirror-commands'
import type { Command } from 'prosemirror-state'
import { redo, undo } from 'y-prosemirror'
import { BULLETS, EM, NUMBERS, STRONG } from '../../../../shared/agreement/blocks.ts'
import { agreementSchema } from '../../../../shared/agreement/schema.ts'
import { leaveList, splitItem, toggleList } from './lists.ts'

const { [STRONG]: strong, [EM]: em } = agreementSchema.marks

export const toggleStrong = toggleMark(strong)
export const toggleEm = toggleMark(em)
export const toggleBullets = toggleList(BULLETS)
export const toggleNumbers = toggleList(NUMBERS)

/** What a key does in a list, tried before what it does elsewhere. */
const IN_LISTS: Readonly<Record<string, readonly Command[]>> = {
  Enter: [splitItem],
  Backspace: [leaveList, joinTextblockBackward],
  Delete: [joinTextblockForward],
}

/** Some keys do the same under other names: each of them gets the same before it. */
function withLists(): Record<string, Command> {
  const base: Readonly<Record<string, Command>> = baseKeymap
  const keys = Object.entries(base).map(([key, command]) => {
    const known = Object.keys(IN_LISTS).find((name) => base[name] === command)
    return [key, chainCommands(...((known && IN_LISTS[known]) || []), command)] as const
  })
  return Object.fromEntries(keys)
}

const keys = withLists()

/** What the keys do. There are no lines within a paragraph, so Enter with Shift is Enter. */
export const KEYS: Readonly<Record<string, Command>> = {
  ...keys,
  'Shift-Enter': keys['Enter'] ?? splitItem,
  'Mod-b': toggleStrong,
  'Mod-i': toggleEm,
  'Mod-Shift-7': toggleNumbers,
  'Mod-Shift-8': toggleBullets,
  'Mod-z': undo,
  'Mod-y': redo,
  'Mod-Shift-z': redo,
}
