interface RingProps {
  /** What is left, 0..1. */
  part: number
  words: string
  unit: string
  /** The same in one sentence, for who does not see the ring. */
  label: string
}

/** Time that is left, as a number in a ring. */
export function Ring({ part, words, unit, label }: RingProps) {
  const round = 2 * Math.PI * 44
  return (
    <div className="dt-clock-ring">
      <span className="dt-unseen">{label}</span>
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="dt-clock-ring-track" cx="50" cy="50" r="44" />
        <circle
          className="dt-clock-ring-left"
          cx="50"
          cy="50"
          r="44"
          strokeDasharray={`${round * Math.min(1, Math.max(0, part))} ${round}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <p aria-hidden="true">
        <strong>{words}</strong>
        <span>{unit}</span>
      </p>
    </div>
  )
}
