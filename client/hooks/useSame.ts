import { equalityDeep } from 'lib0/function'
import { useRef } from 'react'

/** A selector that gives the value it gave before while nothing in it differs, so that nothing is drawn for nothing. */
export function useSame<From, To>(select: (from: From) => To): (from: From) => To {
  const before = useRef<{ value: To } | null>(null)
  return (from) => {
    const value = select(from)
    if (before.current && equalityDeep(before.current.value, value)) return before.current.value
    before.current = { value }
    return value
  }
}
