import { randomBytes } from 'node:crypto'

/** 128 random bits: nobody guesses it, and no two are the same. */
export const randomText = (): string => randomBytes(16).toString('base64url')

/** `<prefix>_<128 random bits>`. */
export const newId = (prefix: string): string => `${prefix}_${randomText()}`
