import type { Response } from 'express'
import { isId } from '../../shared/dialogue/text.ts'
import type { PersonFile } from '../dialogues/personFile.ts'
import type { Visitor } from '../dialogues/visitors.ts'
import { refuse, type Handler } from './guards.ts'

async function send(file: PersonFile, { dialogue }: Visitor, person: string, res: Response): Promise<void> {
  const found = isId(person) ? await file(dialogue, person) : null
  if (!found) return refuse(res, 404, 'not_found')
  res
    .attachment('gegevens.json')
    .type('json')
    .send(`${JSON.stringify(found, null, 2)}\n`)
}

/** What is kept of oneself. */
export const sendOwnFile =
  (file: PersonFile): Handler =>
  (visitor, _req, res) =>
    send(file, visitor, visitor.person.id, res)

/** What is kept of somebody who asked for it, for the organiser to hand over. */
export const sendFileOf =
  (file: PersonFile): Handler =>
  (visitor, req, res) =>
    send(file, visitor, String(req.params['other']), res)
