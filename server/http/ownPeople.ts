import * as z from 'zod'
import { readPeople } from '../../shared/dialogue/people/import.ts'
import { MAIL_LENGTH, mailAddress } from '../../shared/dialogue/people/mail.ts'
import { listFile } from '../../shared/dialogue/people/listFile.ts'
import { LINE_END, MOST_LINES } from '../../shared/dialogue/people/listLines.ts'
import { anyLine, anyProse, clean, isId } from '../../shared/dialogue/text.ts'
import type { ErasedReply, ImportReply, LinkRow, ListReply } from '../../shared/protocol.ts'
import type { Erasure } from '../dialogues/erasure.ts'
import { LIST_LIMITS, readList } from '../council/read.ts'
import type { Mentions } from '../dialogues/mentions.ts'
import type { People } from '../dialogues/people.ts'
import type { PeopleList } from '../dialogues/peopleList.ts'
import { fileBody, isTooBig } from './fileBody.ts'
import { refuse, type Handler } from './guards.ts'

const LONGEST_LIST = 200_000
const asFile = fileBody(LIST_LIMITS.bytes)
const column = z.number().int().min(0)
export const peopleBody = z.strictObject({
  text: anyProse(LONGEST_LIST),
  check: z.boolean(),
  /** What was answered to the question which column says what. */
  columns: z
    .strictObject({
      heading: z.boolean(),
      name: z.array(column).max(10),
      group: column.nullable(),
      role: column.nullable(),
      mail: column.nullable(),
      number: column.nullable(),
    })
    .nullable()
    .default(null),
})

/** Everybody of the dialogue with their link, to be printed. */
export const listLinks =
  (people: People): Handler =>
  async ({ dialogue }, _req, res) => {
    const rows = (await people.shown(dialogue.id)).map(
      ({ row: { id, group, role, opened }, name, url, code, mail }): LinkRow => ({
        person: id,
        name,
        group,
        role,
        opened,
        url,
        mail: mail?.address ?? null,
        code,
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

/** Empty: no address any more. */
export const mailBody = z.strictObject({ mail: anyLine(MAIL_LENGTH) })

export const setMail =
  (people: People): Handler =>
  async ({ dialogue }, req, res) => {
    const parsed = mailBody.safeParse(req.body)
    if (!parsed.success) return refuse(res, 400, 'malformed')
    const address = parsed.data.mail === '' ? null : mailAddress(parsed.data.mail)
    if (address === null && parsed.data.mail !== '') return refuse(res, 409, 'no_address')
    const known = await people.setMail(dialogue.id, String(req.params['other']), address)
    if (!known) return refuse(res, 404, 'not_found')
    res.json({ mail: address })
  }

/** Read a pasted list; with any error, or when only checking, nobody is taken in and nothing is changed. */
export const importPeople =
  (list: PeopleList): Handler =>
  async ({ person, dialogue }, req, res) => {
    const parsed = peopleBody.safeParse(req.body)
    if (!parsed.success) return refuse(res, 400, 'malformed')
    const { text, check, columns } = parsed.data
    // the others wait while it is read
    if (text.split(LINE_END).filter((line) => line.trim() !== '').length > MOST_LINES)
      return refuse(res, 409, 'too_big')
    const { people, ...told } = readPeople(text, columns)
    if (told.errors.length > 0 || told.question || people.length === 0)
      return res.json({ ...told, plan: null } satisfies ImportReply)
    const taken = check
      ? ({ ok: true, plan: await list.plan(dialogue.id, people) } as const)
      : await list.take(dialogue.id, people, person.id)
    if (!taken.ok) return refuse(res, 409, taken.code)
    const { fresh, known, ...rest } = taken.plan
    const plan: ImportReply['plan'] = {
      ...rest,
      fresh: fresh.length,
      known: known.length - rest.changed.length,
    }
    res.json({ ...told, plan } satisfies ImportReply)
  }

/** A list as a spreadsheet saves it; the answer is the same as lines of text, to be looked at and read in. */
export const readFile: Handler = async (_visitor, req, res) => {
  try {
    await asFile(req, res)
    if (!(req.body instanceof Uint8Array)) return refuse(res, 400, 'malformed')
    const read = await readList(req.body)
    if (!read.ok) return refuse(res, 409, read.code)
    const reply: ListReply = { text: clean(read.text) }
    res.json(reply)
  } catch (error) {
    if (!isTooBig(error)) throw error
    refuse(res, 413, 'too_big')
  }
}

/** Everybody on the list, in the columns that the import reads. */
export const sendPeople =
  (list: PeopleList): Handler =>
  async ({ dialogue }, _req, res) => {
    const people = (await list.known(dialogue.id)).filter(({ out }) => !out)
    res.type('text/csv; charset=utf-8').attachment('mensen.csv').send(listFile(people))
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
