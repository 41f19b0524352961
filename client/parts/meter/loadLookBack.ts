import { fetched } from '../../core/fetched.ts'

/** Few look back, and it takes a drawing: fetched when one does. */
export const loadLookBack = fetched(async () => (await import('./LookBackDialog.tsx')).LookBackDialog)
