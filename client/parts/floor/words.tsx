import { useT } from '../ui/text.tsx'
import type { Part } from './part.ts'

/** The words of a part; values that are messages themselves are filled in first. */
export function usePart(): (part: Part) => string {
  const t = useT()
  const words = ({ key, values }: Part): string =>
    t(
      key,
      Object.fromEntries(
        Object.entries(values ?? {}).map(([name, value]): [string, string | number] => [
          name,
          typeof value === 'object' ? words(value) : value,
        ]),
      ),
    )
  return words
}
