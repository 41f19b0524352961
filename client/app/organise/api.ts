import type {
  ErasedReply,
  ImportReply,
  LinkRow,
  Locale,
  MentionsReply,
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
  return {
    links: () => ask<LinkRow[]>('GET', 'links'),
    /** The old link stops working at once. */
    renewLink: (person: string) => ask<{ url: string }>('POST', `links/${encodeURIComponent(person)}/renew`),
    /** `check` reads without keeping anything. With any error nothing is kept either. */
    sendPeople: (text: string, check: boolean) => ask<ImportReply>('POST', 'people', { text, check }),
    /** Their name out of everything, and their link. */
    erasePerson: (person: string) => ask<ErasedReply>('DELETE', `people/${encodeURIComponent(person)}`),
    /** Which agreements name them, before that is done. */
    mentionsOf: (person: string) =>
      ask<MentionsReply>('GET', `people/${encodeURIComponent(person)}/mentions`),
    keptUntil: () => ask<RetentionReply>('GET', 'retention'),
    /** The answer is the server's word for why these days cannot be. */
    keepUntil: (form: KeepForm) => offer('retention', form, 'PUT'),
    /** A new dialogue; the reply is the link of its organiser. */
    createDialogue: (form: NewDialogueForm) => ask<{ url: string }>('POST', 'dialogue', form),
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
