import * as z from 'zod'
import { readPeople } from '../../shared/dialogue/people/import.ts'
import { anyProse, isId } from '../../shared/dialogue/text.ts'
import type { ErasedReply, ImportReply, LinkRow } from '../../shared/protocol.ts'
import type { Erasure } from '../dialogues/erasure.ts'
import type { Mentions } from '../dialogues/mentions.ts'
import type { People } from '../dialogues/people.ts'
import { refuse, type Handler } from './guards.ts'

const LONGEST_LIST = 200_000
export const peopleBody = z.strictObject({ text: anyProse(LONGEST_LIST), check: z.boolean() })

/** Everybody of the dialogue with their link, to be printed. */
export const listLinks =
  (people: People): Handler =>
  async ({ dialogue }, _req, res) => {
    const rows = (await people.shown(dialogue.id)).map(
      ({ row: { id, group, role, opened }, name, url }): LinkRow => ({
        person: id,
        name,
        group,
        role,
        opened,
        url,
      }),
    )
    res.json(rows)
  }

export const renewLink =
  (people: People): Handler =>
  async ({ dialogue }, req, res) => {
    const url = await people.renewLink(dialogue.id, String(req.params['other']))
    if (url === null) return refuse(res, 404, 'not_found')
    res.json({ url })
  }

/** Read a pasted list; with any error, or when only checking, nobody is taken in. */
export const importPeople =
  (people: People): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = peopleBody.safeParse(req.body)
    if (!parsed.success) return refuse(res, 400, 'malformed')
    const { people: read, errors } = readPeople(parsed.data.text)
    const imported = errors.length === 0 ? read.length : 0
    if (imported > 0 && !parsed.data.check) await people.add(dialogue.id, read)
    const reply: ImportReply = { errors, imported }
    res.json(reply)
  }

/** Where the words of agreements seem to name somebody, before they are taken out. */
export const sendMentions =
  (mentions: Mentions): Handler =>
  async ({ dialogue }, req, res) => {
    const other = String(req.params['other'])
    const found = isId(other) ? await mentions(dialogue, other) : null
    if (!found) return refuse(res, 404, 'not_found')
    res.json(found)
  }

/** Somebody's name out of everything; what is answered names the tables whose text could not be read. */
export const erasePerson =
  (erasure: Erasure): Handler =>
  async ({ person, dialogue }, req, res) => {
    const other = String(req.params['other'])
    if (!isId(other)) return refuse(res, 404, 'not_found')
    const erased = await erasure.person(dialogue, other, person.id)
    if (!erased.ok) return refuse(res, erased.code === 'not_found' ? 404 : 409, erased.code)
    const reply: ErasedReply = { unread: erased.unread }
    res.json(reply)
  }
