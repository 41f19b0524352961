import type { ServerFrame } from '../protocol.ts'

/** The frames of one message: what went out closely together came as a list. */
export function framesIn(text: string): ServerFrame[] {
  const said = JSON.parse(text) as ServerFrame | ServerFrame[]
  return Array.isArray(said) ? said : [said]
}
