import type { ImportError } from '../../../../shared/dialogue/people/import.ts'
import { withFields } from '../../../../shared/dialogue/people/listLines.ts'

/** The pasted list as lines; a last empty line does not count. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/)
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  return lines
}

/** The text with the faulty field of one line replaced by the suggestion; other lines stay letter for letter. */
export function mend(text: string, { line: wrong, columns, suggestion }: ImportError): string {
  if (suggestion === null) return text
  const lines = text.split(/\r\n|\r|\n/)
  return lines
    .map((line, index) => (index + 1 === wrong ? withFields(line, columns, suggestion) : line))
    .join('\n')
}

/** First and last position of a line in the text, to put the cursor there. Lines count from 1. */
export function lineRange(text: string, line: number): { from: number; to: number } {
  const lines = text.split('\n')
  let from = 0
  for (const before of lines.slice(0, line - 1)) from += before.length + 1
  return { from, to: from + (lines[line - 1]?.length ?? 0) }
}
