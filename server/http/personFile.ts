import type { Response } from 'express'
import { isId } from '../../shared/dialogue/text.ts'
import type { PersonFile } from '../dialogues/personFile.ts'
import { refuse, type Handler } from './guards.ts'

async function send(file: ReturnType<PersonFile>, res: Response): Promise<void> {
  const found = await file
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
    send(file(visitor.dialogue, visitor.person.id, 'self'), res)

/** What is kept of somebody who asked for it, for the organiser to hand over. */
export const sendFileOf =
  (file: PersonFile): Handler =>
  async (visitor, req, res) => {
    const other = String(req.params['other'])
    if (!isId(other)) return refuse(res, 404, 'not_found')
    await send(file(visitor.dialogue, other, 'organiser'), res)
  }
