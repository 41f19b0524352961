import type { LinkRow, MailedPerson } from '../../../shared/protocol.ts'

export const FROM = 'Dialoog <dialoog@gemeente.example>'

export const mailed = (person: string, more: Partial<MailedPerson> = {}): MailedPerson => ({
  person,
  mail: `${person}@voorbeeld.nl`,
  noMail: false,
  bounced: false,
  invitation: null,
  reminder: null,
  ...more,
})

export const linkRow = (name: string, more: Partial<LinkRow> = {}): LinkRow => {
  const person = name.toLowerCase()
  return {
    person,
    name,
    group: 'inwoner',
    role: 'participant',
    url: `https://een.example/j/${person}`,
    opened: false,
    mail: null,
    code: 'K7PM 4XDA',
    ...more,
  }
}
