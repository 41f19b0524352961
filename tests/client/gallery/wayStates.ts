/** The pages on the way in, by name. */
export const WAY = [
  'link',
  'link-own-name',
  'link-in-use',
  'link-inside',
  'check',
  'ready',
  'lobby',
  'lobby-tomorrow',
  'unknown-link',
  'expired-link',
  'taken-out',
  'elsewhere',
  'old',
  'ended',
  'broken',
] as const

export type WayState = (typeof WAY)[number]
