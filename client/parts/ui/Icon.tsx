import { ICONS, type IconName } from './icons.ts'

export type { IconName } from './icons.ts'

/** Which way something goes: turned round where one reads from the right. */
const WAYS: ReadonlySet<IconName> = new Set(['next', 'previous', 'move', 'undo'])

/** A drawing beside a word; hidden from assistive technology, for the word says it. Takes the colour of the text. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      className={`dt-icon${WAYS.has(name) ? ' is-way' : ''} ${className}`.trimEnd()}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  )
}

/** The round table with its eight seats; one of them in the light. Drawn with dashes on one circle: an eighth is 15.7 long. */
export function Mark({ size = 40 }: { size?: number }) {
  return (
    <svg
      className="dt-mark"
      width={size}
      height={size}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      <circle className="dt-mark-top" cx="24" cy="24" r="13" />
      <circle className="dt-mark-seats" cx="24" cy="24" r="20" transform="rotate(-102 24 24)" />
      <circle className="dt-mark-lit" cx="24" cy="24" r="20" transform="rotate(-57 24 24)" />
      <circle className="dt-mark-glow" cx="24" cy="24" r="20" transform="rotate(-57 24 24)" />
    </svg>
  )
}
