export type PersonId = string
export type TableId = string
export type TurnId = string
export type SessionId = string
export type DialogueId = string
export type AgreementId = string
export type MergeId = string
export type PartId = string
/** A room people can be in: the plenary, or the table with this id. */
export type RoomId = 'plenary' | TableId
