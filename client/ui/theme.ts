import { create } from 'zustand'
import { readStored, writeStored } from './locale.ts'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
/** `system`: what the device asks for, by `prefers-color-scheme` and `prefers-contrast`. */
export type Theme = (typeof THEMES)[number]

const KEY = 'dt.theme'

export const readTheme = (stored: string | null): Theme =>
  THEMES.find((theme) => theme === stored) ?? 'system'

export const useTheme = create<{ theme: Theme }>()(() => ({ theme: readTheme(readStored(KEY)) }))

function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
show(useTheme.getState().theme)

export function setTheme(theme: Theme): void {
  writeStored(KEY, theme === 'system' ? null : theme)
  show(theme)
  useTheme.setState({ theme })
}
