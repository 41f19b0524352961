import Papa from 'papaparse'

/** A list as text: lines, and the fields in them. */

export const LINE_END = /\r\n|\r|\n/

/** More than anybody invites, and less than a page can show. */
export const MOST_LINES = 2_000

/** A comma stands in names too: it separates only where the others do not. */
export const DELIMITERS = [';', '\t', ','] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** A line's fields, quoted or not (RFC 4180). A quote that is never closed is a sign like any other. */
export function fieldsOf(line: string, delimiter: Delimiter): string[] {
  const { data, errors } = Papa.parse<string[]>(line, { delimiter })
  const fields = data[0] ?? []
  return (errors.length === 0 ? fields : line.split(delimiter)).map((field) => field.trim())
}

/** A line pasted from elsewhere may have another sign than the rest of its list. */
export function splitLine(line: string, delimiter: Delimiter): { fields: string[]; delimiter: Delimiter } {
  const others = DELIMITERS.filter((other) => other !== delimiter && other !== ',')
  for (const each of [delimiter, ...others]) {
    const { data, errors } = Papa.parse<string[]>(line, { delimiter: each })
    if (errors.length === 0 && (data[0]?.length ?? 0) > 1)
      return { fields: fieldsOf(line, each), delimiter: each }
  }
  const found = [delimiter, ...others].find((each) => line.includes(each)) ?? delimiter
  return { fields: fieldsOf(line, found), delimiter: found }
}

/** Each person on a line of their own: a break within a quoted field becomes a space. */
export function onOneLineEach(text: string): string {
  if (!text.includes('"')) return text
  for (const delimiter of DELIMITERS) {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter })
    const broken = data.some((fields) => fields.some((field) => LINE_END.test(field)))
    if (errors.length > 0 || !broken) continue
    const whole = data.map((fields) => fields.map((field) => field.replace(/\s*[\r\n]+\s*/g, ' ')))
    return Papa.unparse(whole, { delimiter, newline: '\n' })
  }
  return text
}

/** The line with something else in these columns; what a name has in further ones goes. */
export function withFields(line: string, columns: readonly number[], instead: string): string {
  const { fields, delimiter } = splitLine(line, DELIMITERS.find((each) => line.includes(each)) ?? ';')
  for (const [index, at] of columns.entries()) {
    while (fields.length <= at) fields.push('')
    fields[at] = index === 0 ? instead : ''
  }
  return Papa.unparse([fields], { delimiter })
}
