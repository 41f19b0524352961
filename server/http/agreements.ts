import { isId } from '../../shared/dialogue/text.ts'
import type { Versions } from '../dialogues/versions.ts'
import { refuse, type Handler } from './guards.ts'

/** One word for what is not there and what is not for this person: nobody learns which agreements there are elsewhere. */
export const sendVersions =
  (versions: Versions): Handler =>
  async ({ person, dialogue }, req, res) => {
    const agreement = String(req.params['agreement'])
    const found = isId(agreement) ? await versions(dialogue.id, person.id, agreement) : null
    if (!found) return refuse(res, 404, 'not_found')
    res.json(found)
  }
