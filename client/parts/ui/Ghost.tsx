import type { ReactNode, RefObject } from 'react'
import './ghost.css'

interface GhostProps {
  ghost: RefObject<HTMLDivElement | null>
  at: { x: number; y: number }
  children: ReactNode
}

/** What a finger carries. Where it is counts from the left, whichever way its words are read. */
export function Ghost({ ghost, at, children }: GhostProps) {
  return (
    <div
      ref={ghost}
      className="dt-ghost"
      aria-hidden="true"
      dir="ltr"
      style={{ translate: `${at.x}px ${at.y}px` }}
    >
      <p dir="auto">{children}</p>
    </div>
  )
}
