import type { ImportReply, LinkRow } from '../../shared/protocol.ts'
import { call, personUrl } from '../session/rest.ts'

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

export async function fetchLinks(): Promise<LinkRow[]> {
  const response = await call('GET', 'links')
  return (await response.json()) as LinkRow[]
}

/** The old link stops working at once. */
export async function renewLink(person: string): Promise<{ url: string }> {
  const response = await call('POST', `links/${encodeURIComponent(person)}/renew`)
  return (await response.json()) as { url: string }
}

/** `check` reads without keeping anything. With any error nothing is kept either. */
export async function sendPeople(text: string, check: boolean): Promise<ImportReply> {
  const response = await call('POST', 'people', { text, check })
  return (await response.json()) as ImportReply
}

/** A new dialogue; the reply is the link of its organiser. */
export async function createDialogue(form: DialogueForm): Promise<{ url: string }> {
  const response = await call('POST', 'dialogue', form)
  return (await response.json()) as { url: string }
}

export async function changeDialogue(form: DialogueForm): Promise<void> {
  await call('PATCH', 'dialogue', form)
}

/** A further session of this dialogue; every open page comes over to it. */
export async function startNextSession({ date, from, to }: WhenForm): Promise<void> {
  await call('POST', 'session', { date, from, to })
}

export async function deleteDialogue(): Promise<void> {
  await call('DELETE', 'dialogue')
}

/** Where the browser downloads the agreements from. */
export function exportUrl(kind: 'md' | 'json'): string {
  return new URL(`export.${kind}`, personUrl()).href
}
