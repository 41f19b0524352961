import { create } from 'zustand'
import { readStored, writeStored } from './locale.ts'

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
/** `system`: what the device asks for, by `prefers-color-scheme` and `prefers-contrast`. */
export type Theme = (typeof THEMES)[number]

const KEY = 'dt.theme'

export const readTheme = (stored: string | null): Theme =>
  THEMES.find((theme) => theme === stored) ?? 'system'

export const useTheme = create<{ theme: Theme }>()(() => ({ theme: 'system' }))

const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(prefers-contrast: more)'

/** What the device asks for; contrast wins. */
const ofDevice = (): Theme =>
  matchMedia(CONTRAST).matches ? 'contrast' : matchMedia(DARK).matches ? 'dark' : 'light'

function show(theme: Theme): void {
  const shown = theme === 'system' ? ofDevice() : theme
  const { dataset, style } = document.documentElement
  dataset.theme = shown
  style.colorScheme = shown === 'dark' ? 'dark' : 'light'
  useTheme.setState({ theme })
}

/** Once, before anything is drawn: what was chosen on this device, or what the device asks for now and later. */
export function startTheme(): void {
  show(readTheme(readStored(KEY)))
  const follow = (): void => show(useTheme.getState().theme)
  for (const query of [DARK, CONTRAST]) matchMedia(query).addEventListener('change', follow)
}

export function setTheme(theme: Theme): void {
  writeStored(KEY, theme === 'system' ? null : theme)
  show(theme)
}
