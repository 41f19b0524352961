import { expect } from 'vitest'
import { newId } from '../../server/kit/newId.ts'
import { titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { does } from './agreeing.ts'
import { seat, somebody, type TestHouse } from './house.ts'
import { openLine } from './line.ts'
import { textAt, type OpenText } from './textAt.ts'
import type { Present } from './three.ts'
import { until } from './until.ts'
import { redeem } from './visitor.ts'

/** A name that nothing else is called, with a sign in it as many have. */
export const CANARY = 'Kanarie-Piet'

export interface CanaryEvening {
  dialogue: string
  session: string
  table: string
  agreement: string
  saskia: Present
  riet: Present
  canary: Present
  /** The table's text as the canary's page had it open at the table. */
  page: OpenText
  close(): Promise<void>
}

/**
 * An evening that is over, with a canary whose name stands wherever the product puts one: on the list and in a detail, as they
 * came in, in their turn, in a call for help, in reasons, in what others said of them, and in what they typed in the
 * table's text and took out again.
 */
export async function canaryEvening(house: TestHouse): Promise<CanaryEvening> {
  const cast = [
    somebody('Saskia', 'organiser'),
    somebody('Els', 'facilitator'),
    somebody('Riet'),
    { ...somebody(CANARY), detail: `${CANARY} van de wijkraad` },
  ]
  const { dialogue, session, people } = await seat(house, cast, false, `${CANARY} neemt het over`)
  const present = async (name: string, asName = name): Promise<Present> => {
    const row = people[name]
    if (!row) throw new Error(`${name} is not there`)
    const visitor = await redeem(house.link(row), asName === name ? {} : { name: asName })
    const line = openLine(visitor)
    await line.next('welcome')
    return { row, visitor, line }
  }
  const [saskia, els, riet] = [await present('Saskia'), await present('Els'), await present('Riet')]
  const canary = await present(CANARY, `${CANARY} Veldhoen`)
  await house.store.mail.setAddress(canary.row.id, `${CANARY.toLowerCase()}@voorbeeld.nl`)
  const said = { name: CANARY, role: 'participant', group: 'inwoner', mail: null, number: CANARY } as const
  await house.store.people.keepListed([{ person: canary.row.id, line: said }])
  const table = saskia.line.state().tableOrder[0] ?? ''
  const agreement = newId('agr')
  const about = { table, agreement }

  await does(saskia, 'addParts', { parts: [part] })
  await does(saskia, 'openPlenary', {})
  await does(saskia, 'announce', { text: `Welkom ${CANARY}!` })
  await speaksTyped(saskia, canary)
  for (const { row } of [riet, canary]) await does(saskia, 'seatPerson', { person: row.id, table })
  await does(saskia, 'announceSplit', {})
  await does(saskia, 'startTables', { version: 1 })
  await does(canary, 'askHelp', { note: `Ik ben ${CANARY}` })

  await does(canary, 'addAgreement', about)
  const page = await textAt(canary.visitor, table)
  const stored = async () => (await house.store.documents.load(table, dialogue)).updates.length
  writeAgreement(page.doc, {
    id: agreement,
    title: 'Bankjes in de wijk',
    text: paragraphs('Er komen bankjes.'),
  })
  await until('stored', stored)
  const title = titleOf(page.doc, agreement)
  const before = await stored()
  for (const letter of CANARY) title.insert(title.length, letter)
  await until('the name is stored', async () => (await stored()) > before)
  const named = await stored()
  title.delete(title.length - CANARY.length, CANARY.length)
  await until('it is out again', async () => (await stored()) > named)

  await until('the agreement is known', () => els.line.state().agreements[agreement])
  await does(els, 'presentAgreement', about)
  await does(els, 'beginConsent', { room: table, agreement })
  for (const step of ['react', 'read']) await does(els, 'stepConsent', { room: table, step })
  await does(els, 'askConsent', { room: table })
  // chance decides who is asked first
  const asked = () => els.line.state().floors[table]?.consent?.order[0]
  if ((await until('somebody is asked', asked)) === riet.row.id)
    await does(riet, 'answerConsent', { room: table, answer: 'canLive', reason: '' })
  await does(canary, 'answerConsent', {
    room: table,
    answer: 'objects',
    reason: `${CANARY} vindt het te duur`,
  })
  await does(els, 'remarkOnAgreement', {
    ...about,
    text: `Vraag ${CANARY.toUpperCase()}, kanarie piet of Veldhoen naar de kosten`,
  })
  await does(saskia, 'announceRecall', {})
  await does(saskia, 'finishRecall', { version: 1 })
  await does(saskia, 'endSession', {})
  const evaluation = { ratings: { equality: 'yes' }, words: `${CANARY} was heel aardig` }
  expect((await riet.visitor.send('POST', 'api/evaluation', evaluation)).status).toBe(201)
  return {
    dialogue,
    session,
    table,
    agreement,
    saskia,
    riet,
    canary,
    page,
    async close() {
      page.stop()
      for (const { line } of [saskia, els, riet, canary]) await line.close()
    },
  }
}

/** A part of the programme that asks for them by name. */
const part = {
  title: `${CANARY} vertelt`,
  lengthMs: 60_000,
  where: 'tables',
  questions: { lawful: `Wat vond u van ${CANARY}?`, networking: '', performing: '', participating: '' },
}

/** Somebody types in a turn of their own. */
async function speaksTyped(saskia: Present, { row, line }: Present): Promise<void> {
  const room = 'plenary'
  await does({ ...saskia, row, line }, 'raiseHand', { room, kind: 'turn', typed: true })
  await does(saskia, 'nextTurn', { room })
  const turn = await until('a turn is offered', () => line.state().floors[room]?.turn?.id)
  const own = { ...saskia, row, line }
  await does(own, 'startTurn', { room, turn })
  await does(own, 'sayTyped', { room, turn, text: `${CANARY} woont hier al lang` })
}
