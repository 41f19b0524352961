/** Why a text of the council is not read: it came in from outside, and may be anything. */
export const UNREAD = ['too_big', 'not_a_document', 'encrypted', 'no_text', 'too_long', 'busy'] as const
export type Unread = (typeof UNREAD)[number]
