import type { Columns } from '../../../shared/dialogue/people/columns.ts'
import type {
  ErasedReply,
  ImportReply,
  LinkRow,
  ListReply,
  Locale,
  MailReply,
  MentionsReply,
  NewDialogueReply,
  RetentionReply,
} from '../../../shared/protocol.ts'
import type { Rest } from '../../core/session/rest.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'

/** When a session is: date 'YYYY-MM-DD', times 'HH:MM'. */
export interface WhenForm {
  date: string
  from: string
  to: string
}
/** What a dialogue is called and when it is. */
export interface DialogueForm extends WhenForm {
  title: string
}

/** Days as 'YYYY-MM-DD'. */
export type KeepForm = Pick<RetentionReply, 'names' | 'all'>
/** A new dialogue; `like`: set up as this one. */
export interface NewDialogueForm extends DialogueForm {
  promise: string
  like: boolean
}

/** What only an organiser asks of the server. */
function organiserApi({ call, offer, urlOf }: Rest) {
  async function ask<Reply>(method: string, path: string, body?: unknown): Promise<Reply> {
    return (await (await call(method, path, body)).json()) as Reply
  }
  /** What came of it, or the server's word for why nothing did. Rejects when the server is away. */
  async function said<Reply>(path: string, type: string, body: BodyInit): Promise<Reply | { error: string }> {
    const headers = { 'content-type': type }
    const sent = await fetch(urlOf(path), { method: 'POST', headers, body, credentials: 'same-origin' })
    return (await sent.json()) as Reply | { error: string }
  }
  return {
    links: () => ask<LinkRow[]>('GET', 'links'),
    /** The old link stops working at once. */
    renewLink: (person: string) => ask<{ url: string }>('POST', `links/${encodeURIComponent(person)}/renew`),
    /** `check` reads without keeping anything. With any error or question nothing is kept either. */
    sendPeople: (text: string, check: boolean, columns: Columns | null) =>
      said<ImportReply>('people', 'application/json', JSON.stringify({ text, check, columns })),
    /** A list as a spreadsheet saves it, as lines of text. */
    readList: (file: File) => said<ListReply>('people/file', 'application/octet-stream', file),
    /** Where the browser downloads the list from. */
    listUrl: () => urlOf('people.csv').href,
    /** Where the browser downloads from what is kept of them. */
    fileUrl: (person: string) => urlOf(`people/${encodeURIComponent(person)}/file`).href,
    /** Their name out of everything, and their link. */
    erasePerson: (person: string) => ask<ErasedReply>('DELETE', `people/${encodeURIComponent(person)}`),
    /** Who has an address, and what became of mail to them. */
    mail: () => ask<MailReply>('GET', 'mail'),
    /** How many of these are going to be mailed. */
    sendMail: (people: readonly string[]) => ask<{ sending: number }>('POST', 'mail', { people }),
    /** Empty: no address any more. The answer is the server's word for why it is none. */
    setMail: (person: string, mail: string) =>
      offer(`people/${encodeURIComponent(person)}/mail`, { mail }, 'PUT'),
    markBounced: (person: string, bounced: boolean) =>
      call('PUT', `people/${encodeURIComponent(person)}/bounced`, { bounced }),
    /** A page to print. */
    lettersUrl: (language: Locale) => `${urlOf('letters').href}?language=${language}`,
    /** Which agreements name them, before that is done. */
    mentionsOf: (person: string) =>
      ask<MentionsReply>('GET', `people/${encodeURIComponent(person)}/mentions`),
    keptUntil: () => ask<RetentionReply>('GET', 'retention'),
    /** The answer is the server's word for why these days cannot be. */
    keepUntil: (form: KeepForm) => offer('retention', form, 'PUT'),
    createDialogue: (form: NewDialogueForm) => ask<NewDialogueReply>('POST', 'dialogue', form),
    /** The first page, from where one's dialogues are found. */
    homeUrl: () => new URL('../../../', urlOf('')),
    changeDialogue: (form: DialogueForm) => call('PATCH', 'dialogue', form),
    /** A further session of this dialogue; every open page comes over to it. */
    startNextSession: ({ date, from, to }: WhenForm) => call('POST', 'session', { date, from, to }),
    deleteDialogue: () => call('DELETE', 'dialogue'),
    /** Where the browser downloads the agreements from, and the council's package. */
    packageUrl: (form: 'odt' | 'pdf' | 'md' | 'json', language: Locale) =>
      `${urlOf(`package.${form}`).href}?language=${language}`,
    /** The council's text, to be compared; the answer is the server's word for why it was not. */
    sendCouncil: (given: File | string) =>
      typeof given === 'string'
        ? offer('council', { text: given })
        : offer(`council?name=${encodeURIComponent(given.name)}`, given),
    /** Where anybody reads what became of the agreements, once it is published. */
    publicUrl: (dialogue: string) => new URL(`../../../openbaar/${dialogue}`, urlOf('')).href,
    exportUrl: (kind: 'md' | 'json') => urlOf(`export.${kind}`).href,
  }
}

export const useApi = () => organiserApi(useDialogue().rest)
