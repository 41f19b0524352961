import * as Y from 'yjs'
import { titleOf } from '../../shared/agreement/document.ts'

/** Chance that is the same in every run. */
export function chance(seed: number): (below: number) => number {
  let now = seed
  return (below) => {
    now = (now * 48_271) % 2_147_483_647
    return now % below
  }
}

/** One letter some places before or behind the last one, so that Yjs does not join them; one of five takes a letter out. */
export function typist(text: Y.Text, random: (below: number) => number): () => void {
  let at = 0
  return () => {
    at = Math.max(0, Math.min(text.length, at + random(9) - 3))
    if (at < text.length && random(5) === 0) text.delete(at, 1)
    else text.insert(at, String.fromCodePoint(97 + random(26)))
  }
}

/** Two people who type so many letters each, in turn, in a text that stands as `before`: how it stands then. */
export function anEvening(letters: number, seed: number, before?: Uint8Array): Uint8Array {
  const random = chance(seed)
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [one, other]) if (before) Y.applyUpdate(doc, before)
  one.on('update', (update: Uint8Array, origin) => origin !== other && Y.applyUpdate(other, update, one))
  other.on('update', (update: Uint8Array, origin) => origin !== one && Y.applyUpdate(one, update, other))
  const typists = [one, other].map((doc) => typist(titleOf(doc, 'agr_1'), random))
  for (let letter = 0; letter < letters; letter++) for (const types of typists) types()
  return Y.encodeStateAsUpdate(one)
}
