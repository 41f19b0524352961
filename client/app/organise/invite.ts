import type { LinkRow, MailedPerson, MailReply } from '../../../shared/protocol.ts'

export const WHOM = ['all', 'unopened', 'uninvited', 'chosen'] as const
export type Whom = (typeof WHOM)[number]

/** An address that works, of somebody who wants mail. */
export const takesMail = (mailed: MailedPerson | undefined): boolean =>
  mailed !== undefined && !mailed.noMail && !mailed.bounced

export const mailedOf = (mail: MailReply | null, person: string): MailedPerson | undefined =>
  mail?.people.find((one) => one.person === person)

const isInvited = (mailed: MailedPerson | undefined): boolean =>
  mailed?.invitation != null && mailed.invitation.state !== 'failed'

/** Whom this choice means, in the order of the list; never whoever chooses, for they are in already. */
export function invitedBy<Row extends Pick<LinkRow, 'person' | 'opened'>>(
  whom: Whom,
  {
    rows,
    mail,
    ticked,
    me,
  }: { rows: readonly Row[]; mail: MailReply | null; ticked: ReadonlySet<string>; me: string },
): Row[] {
  const meant: Record<Whom, (row: Row) => boolean> = {
    all: ({ person }) => person !== me,
    unopened: ({ person, opened }) => !opened && person !== me,
    uninvited: ({ person }) => !isInvited(mailedOf(mail, person)) && person !== me,
    chosen: ({ person }) => ticked.has(person),
  }
  return rows.filter(meant[whom])
}

/** Something is still on its way. */
export const isBusy = (mail: MailReply | null): boolean =>
  mail?.people.some(({ invitation }) => invitation?.state === 'waiting' || invitation?.state === 'sending') ??
  false
