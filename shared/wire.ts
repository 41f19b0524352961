/**
 * Names and numbers of the wire that even the first page needs. Apart from `protocol.ts`, so that a page with one name
 * field does not carry all schemas.
 */
export const PROTOCOL = 3

/** Our own message on a text's line: `[SAVED, seq]` says that what this client sent is stored. A stock client ignores it. */
export const SAVED = 100

/** Sockets are accepted and then closed with one of these, since a browser cannot see a status at upgrade. */
export const CLOSE = {
  /** No session cookie, or it has ended: open the link again. */
  unknown: 4401,
  /** Known, but not allowed here. */
  forbidden: 4403,
  /** The organiser took this person out of the dialogue. */
  takenOut: 4404,
  /** The person opened the session elsewhere. */
  elsewhere: 4409,
  /** The session or the dialogue is over. */
  ended: 4410,
  /** A table's document was rebuilt: throw away what this tab holds of it and open it again. */
  stale: 4412,
  /** A table's document is damaged in the database; nobody reads or writes it until it is repaired. */
  broken: 4413,
  /** The Yjs client id is somebody else's: open the document again and write on under a fresh one. */
  taken: 4414,
  /** What was written is in an agreement that stands as it is: open the document again, without it. */
  locked: 4415,
  /** The page is of another release: it is to be loaded anew. */
  old: 4426,
  /** Too much, too fast. */
  tooFast: 4429,
} as const

/** The languages in which everything is written. */
export const LOCALES = ['nl', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The languages one can choose. In Arabic everything on a resident's path is written, and nothing else. */
export const LANGUAGES = [...LOCALES, 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')
