import * as Y from 'yjs'

/** Marks changes of the title as this person's own, for undo. */
export const LINE = 'agreement-line'

export interface Change {
  at: number
  remove: number
  insert: string
}

/** The one stretch in which two strings differ, so that two people can type in one line. Never splits a surrogate pair. */
export function changeOf(before: string, after: string): Change {
  let at = 0
  const shortest = Math.min(before.length, after.length)
  while (at < shortest && before[at] === after[at]) at++
  if (at > 0 && isHigh(before.charCodeAt(at - 1))) at--
  let end = 0
  while (end < shortest - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--
  return { at, remove: before.length - end - at, insert: after.slice(at, after.length - end) }
}

/** The same where the caret stands behind what was typed, which tells apart two ends of line beside each other. */
export function changeBefore(before: string, after: string, caret: number): Change {
  const kept = after.length - caret
  const head = before.length - kept
  if (head < 0 || before.slice(head) !== after.slice(caret)) return changeOf(before, after)
  return changeOf(before.slice(0, head), after.slice(0, caret))
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Bring a line of the document to what stands in the input, as one change. */
export function writeLine(line: Y.Text, after: string): void {
  const { at, remove, insert } = changeOf(line.toString(), after)
  if (remove === 0 && insert === '') return
  const write = () => {
    if (remove > 0) line.delete(at, remove)
    if (insert !== '') line.insert(at, insert)
  }
  if (line.doc) line.doc.transact(write, LINE)
  else write()
}

/** Where a caret at `caret` belongs after somebody else's change. */
export function moveCaret(caret: number, { at, remove, insert }: Change): number {
  if (caret <= at) return caret
  return caret <= at + remove ? at + insert.length : caret - remove + insert.length
}
