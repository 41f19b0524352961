import type { CatchUps } from '../dialogues/catchUp.ts'
import { refuse, type Handler } from './guards.ts'

export const sendCatchUp =
  (catchUps: CatchUps): Handler =>
  async ({ person, dialogue }, _req, res) => {
    const found = await catchUps(dialogue, person.id)
    if (!found) return refuse(res, 404, 'not_found')
    res.json(found)
  }
