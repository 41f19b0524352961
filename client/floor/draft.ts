import { create } from 'zustand'

/**
 * What is typed and not yet sent. It belongs to the person and not to a turn: when a turn ends before its text was sent,
 * the text waits for the next one.
 */
export const useDraft = create<{ text: string }>()(() => ({ text: '' }))

export const setDraft = (text: string): void => useDraft.setState({ text })
