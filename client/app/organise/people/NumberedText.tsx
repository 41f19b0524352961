import { useId, useRef, type Ref } from 'react'

interface NumberedTextProps {
  ref: Ref<HTMLTextAreaElement>
  label: string
  text: string
  /** Line numbers, from 1, that are not right yet. */
  wrong: ReadonlySet<number>
  onText: (text: string) => void
}

/** A text field with its lines numbered, so that "regel 4" can be found. Lines do not wrap: a number belongs to one line. */
export function NumberedText({ ref, label, text, wrong, onText }: NumberedTextProps) {
  const id = useId()
  const numbers = useRef<HTMLDivElement>(null)
  const lines = text.split('\n')
  return (
    <div className="dt-numbered">
      <label className="dt-numbered-label" htmlFor={id}>
        {label}
      </label>
      <div className="dt-numbered-box">
        <div className="dt-numbered-lines" aria-hidden="true" ref={numbers}>
          {lines.map((_, index) => (
            // The number is the line's only identity.
            <span key={index + 1} data-wrong={wrong.has(index + 1)}>
              {index + 1}
            </span>
          ))}
        </div>
        <textarea
          id={id}
          ref={ref}
          className="dt-numbered-text"
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={wrong.size > 0}
          rows={Math.min(16, Math.max(8, lines.length))}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onScroll={(event) => {
            if (numbers.current) numbers.current.scrollTop = event.currentTarget.scrollTop
          }}
        />
      </div>
    </div>
  )
}
