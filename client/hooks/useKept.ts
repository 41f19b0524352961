import { useStore } from 'zustand'
import type { Kept } from '../core/kept.ts'
import { useDialogue } from './DialogueProvider.tsx'

/** Something that outlives a screen, and how to change it. */
export function useKept<K extends keyof Kept>(name: K): [Kept[K], (value: Kept[K]) => void] {
  const { kept } = useDialogue()
  return [useStore(kept, (all) => all[name]), (value) => kept.setState({ [name]: value })]
}
