import * as z from 'zod'
import { readPeople } from '../../shared/dialogue/import.ts'
import { nameIn } from '../../shared/dialogue/names.ts'
import { anyProse, isId } from '../../shared/dialogue/text.ts'
import { CLOSE, type ImportReply, type LinkRow } from '../../shared/protocol.ts'
import { addPeople, keepLinks } from './dialogues.ts'
import { signOut } from './entrance.ts'
import { refuse, type Handler } from './guards.ts'
import type { House } from './options.ts'

const LONGEST_LIST = 200_000
export const peopleBody = z.strictObject({ text: anyProse(LONGEST_LIST), check: z.boolean() })

/** Everybody of the dialogue with their link, to be printed. */
export const listLinks =
  (house: House): Handler =>
  async ({ dialogue }, _req, res) => {
    const people = await house.store.people.people(dialogue.id)
    const state = (await house.sessions.of(dialogue.id))?.state()
    const rows = people.map((person): LinkRow => {
      const { id, group, role, opened } = person
      return { person: id, name: nameIn(state, person), group, role, opened, url: house.links.url(person) }
    })
    res.json(rows)
  }

/** A new link for somebody: the old one stops at once, and so do the devices that came in with it. */
export const renewLink =
  (house: House): Handler =>
  async ({ dialogue }, req, res) => {
    const { people } = house.store
    const wanted = String(req.params['other'])
    const other = isId(wanted) ? await people.person(wanted) : null
    if (other?.dialogue !== dialogue.id) return refuse(res, 404, 'not_found')
    const generation = await people.raiseGeneration(other.id)
    const renewed = { ...other, generation }
    await keepLinks(house, [renewed])
    await signOut(house, renewed, CLOSE.unknown)
    res.json({ url: house.links.url(renewed) })
  }

/** Read a pasted list; with any error, or when only checking, nobody is taken in. */
export const importPeople =
  (house: House): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = peopleBody.safeParse(req.body)
    if (!parsed.success) return refuse(res, 400, 'malformed')
    const { people, errors } = readPeople(parsed.data.text)
    const imported = errors.length === 0 ? people.length : 0
    if (imported > 0 && !parsed.data.check) await addPeople(house, dialogue, people)
    const reply: ImportReply = { errors, imported }
    res.json(reply)
  }
