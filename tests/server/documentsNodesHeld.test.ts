import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { readTable, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { CLOSE } from '../../shared/wire.ts'
import { newId } from '../../server/kit/newId.ts'
import { createEventLog } from '../../server/store/events.ts'
import { createPeopleStore } from '../../server/store/people.ts'
import type { Append } from '../../server/store/store.ts'
import { deaf, ownTextNodes, title, typeIn } from '../support/textNodes.ts'
import { DIALOGUE, hostDocuments, rights, type DocumentsHost } from '../support/documents.ts'
import { until } from '../support/until.ts'

const nodes = ownTextNodes()
const { open, pair } = nodes
const heldNow = async () => (await nodes.database.store.look([nodes.table]))[0]?.held ?? []

/** Anna has written an agreement; `decide` puts something into a log together with what it was decided on. */
async function presenting() {
  const [host] = await pair()
  const anna = await open(host, 'per_anna')
  writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
  await until('stored', () => anna.saved.length >= 2)
  const log = createEventLog(nodes.database.db)
  const session = newId('ses')
  const dialogue = { title: 'Proef', promise: null, startsAt: null, endsAt: null, demo: false }
  await createPeopleStore(nodes.database.db).createDialogue({ ...dialogue, id: newId('dlg'), session }, [])
  const decide = (held: Append['held']) =>
    log.append({
      session,
      after: 0,
      at: 1,
      actor: 'per_els',
      commandId: null,
      answer: { ok: true },
      events: [{ type: 'Announced', text: 'Voorgelegd' }],
      held,
    })
  return { decide, host }
}

describe('words that stand still', () => {
  test('stand still at every node, other words do not, and released they are open again', async () => {
    const [one, other] = await pair()
    const [anna, bram] = [await open(one, 'per_anna'), await open(other, 'per_bram')]
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    await until('both', () => title(bram) === 'Vroeg')
    const { frozen, release } = await one.documents.freeze(nodes.table, DIALOGUE, 'agr_1')
    expect(frozen.words.title).toBe('Vroeg')
    titleOf(bram.doc, 'agr_2').insert(0, 'mag')
    await until('the other one is stored', () => readTable(anna.doc)['agr_2']?.title === 'mag')
    typeIn(bram, ' te laat')
    await until('told', () => bram.closed.length > 0)
    expect(bram.closed).toEqual([CLOSE.locked])
    release()
    await until('released', async () => (await heldNow()).length === 0)
    await other.documents.text(nodes.table, DIALOGUE)
    const kees = await open(other, 'per_kees')
    typeIn(kees, '!')
    await until('open again', () => title(anna) === 'Vroeg!')
    expect(kees.closed).toEqual([])
  })

  test('what a node that died held still is free again after its time, and each node finds that out by looking', async () => {
    const [one] = await pair(false)
    const anna = await open(one, 'per_anna')
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    await until('stored', () => anna.saved.length >= 2)
    await nodes.database.store.hold(nodes.table, 1, { hold: 'hld_gone', agreement: 'agr_1' }, 600_000)
    typeIn(anna, '!')
    await until('told', () => anna.closed.length > 0)
    expect(anna.closed[0]).toBe(CLOSE.locked)
    // its time is over
    await sql`update documents set held = jsonb_set(held, '{hld_gone,until}', '0')`.execute(nodes.database.db)
    await until('written again', async () => {
      const bram = await open(one, 'per_bram')
      typeIn(bram, '!')
      await until('answered', () => bram.closed.length > 0 || bram.saved.length >= 2)
      bram.stop()
      return bram.closed.length === 0
    })
    expect((await one.documents.text(nodes.table, DIALOGUE))['agr_1']?.title).toBe('Vroeg!')
  })

  test('what is decided on them is stored only while they stand still, and whoever did not know of it stores nothing after it', async () => {
    const { decide, host } = await presenting()
    const { hold, release } = await host.documents.freeze(nodes.table, DIALOGUE, 'agr_1')
    expect(hold).toBeDefined()
    const before = (await nodes.database.store.look([nodes.table]))[0]
    const update = { update: Uint8Array.of(0, 0), actor: 'per_bram', claimed: [] }
    expect(await decide({ ...hold!, hold: 'hld_other' })).toEqual({ ok: false, reason: 'released' })
    expect(await decide({ ...hold!, epoch: 2 })).toEqual({ ok: false, reason: 'released' })
    expect(await decide(hold)).toMatchObject({ ok: true })
    expect(await heldNow()).toEqual([])
    // with the text as it was while they stood still
    expect(await nodes.database.store.append(nodes.table, before!, [update])).toBeNull()
    release()
  })

  test('what is decided when their time is over at the database is refused, whatever the clock of its node says', async () => {
    const { decide, host } = await presenting()
    const { hold, release } = await host.documents.freeze(nodes.table, DIALOGUE, 'agr_1')
    await sql`update documents set held = jsonb_set(held, ${`{${hold?.hold},until}`}::text[], '0')
      where table_id = ${nodes.table}`.execute(nodes.database.db)
    expect(await decide(hold)).toEqual({ ok: false, reason: 'released' })
    release()
  })

  test('not one word slips in between, whatever comes when, and none that was answered is missing', async () => {
    const [one, other] = await pair()
    const anna = await open(one, 'per_anna')
    writeAgreement(anna.doc, { id: 'agr_1', title: '' })
    await until('there', () => anna.saved.length > 0)
    for (let round = 0; round < 8; round++) {
      const bram = await open(other, `per_bram${round}`)
      const before = title(bram)
      await Promise.all([
        (async () => {
          for (let i = 0; i < 6; i++) {
            typeIn(bram, 'x')
            await pause(round)
          }
        })(),
        (async () => {
          await pause(3 * round)
          const { frozen, release } = await one.documents.freeze(nodes.table, DIALOGUE, 'agr_1')
          const answered = bram.saved.length
          await pause(60)
          const now = await other.documents.text(nodes.table, DIALOGUE)
          expect(now['agr_1']?.title ?? '').toBe(frozen.words.title)
          expect(frozen.words.title.length - before.length).toBeGreaterThanOrEqual(Math.max(0, answered - 1))
          release()
        })(),
      ])
      bram.stop()
    }
  })

  test('what was decided on them is known before anybody writes on, also at a node that heard nothing of it', async () => {
    const decided = { at: 'one' as 'one' | 'both' }
    let asked = 0
    const bus = deaf('other')
    const other: DocumentsHost = await hostDocuments(nodes.database.store, undefined, undefined, {
      bus,
      async upToDate() {
        asked += 1
        await pause(30)
        if (decided.at === 'both') await other.documents.recheck(DIALOGUE, () => rights(['agr_2']))
      },
    })
    const one = await hostDocuments(nodes.database.store, undefined, undefined, { bus: deaf('one') })
    nodes.keep(one, other)
    const bram = await open(other, 'per_bram')
    writeAgreement(bram.doc, { id: 'agr_1', title: 'Vroeg' })
    await until('stored', () => bram.saved.length >= 2)
    const before = asked
    const { release } = await one.documents.freeze(nodes.table, DIALOGUE, 'agr_1')
    // put forward, and the other node has not read of it when the next letter comes
    decided.at = 'both'
    release()
    await until('released', async () => {
      const [row] = await nodes.database.store.look([nodes.table])
      return row?.held.length === 0 && row.holds === 2
    })
    typeIn(bram, ' te laat')
    await until('told', () => bram.closed.length > 0)
    expect(bram.closed).toEqual([CLOSE.locked])
    expect(asked).toBeGreaterThan(before)
    expect((await other.documents.text(nodes.table, DIALOGUE))['agr_1']?.title).toBe('Vroeg')
  })

  test('whoever left with words on their way has them stored by what was decided meanwhile', async () => {
    let known: Promise<void> = Promise.resolve()
    let tell = () => undefined as void
    const other: DocumentsHost = await hostDocuments(nodes.database.store, undefined, undefined, {
      bus: deaf('other'),
      async upToDate() {
        await known
        await other.documents.recheck(DIALOGUE, () => rights(['agr_2']))
      },
    })
    const one = await hostDocuments(nodes.database.store, undefined, undefined, { bus: deaf('one') })
    nodes.keep(one, other)
    const anna = await open(one, 'per_anna')
    writeAgreement(anna.doc, { id: 'agr_1', title: 'Vroeg' })
    await until('stored', () => anna.saved.length >= 2)
    known = new Promise((resolve) => (tell = resolve))
    const [bram, kees, dina] = [
      await open(other, 'per_bram'),
      await open(other, 'per_kees'),
      await open(other, 'per_dina'),
    ]
    const seen = () => [bram, kees].filter(({ doc }) => dina.provider.awareness.getStates().has(doc.clientID))
    for (const { provider } of [bram, kees]) provider.awareness.setLocalStateField('at', 1)
    await until('they are seen', () => seen().length === 2)
    typeIn(bram, ' te laat')
    titleOf(kees.doc, 'agr_2').insert(0, 'mag')
    for (const { stop } of [bram, kees]) stop()
    await until('they are gone', () => seen().length === 0)
    tell()
    await until(
      'stored',
      async () => (await one.documents.text(nodes.table, DIALOGUE))['agr_2']?.title === 'mag',
    )
    expect((await other.documents.text(nodes.table, DIALOGUE))['agr_1']?.title).toBe('Vroeg')
  })

  test('a decision does not wait for writers who wait to know what was decided', async () => {
    const [one] = await pair()
    let known = () => undefined as void
    const other = await hostDocuments(nodes.database.store, undefined, undefined, {
      bus: deaf('third'),
      upToDate: () => new Promise<void>((resolve) => (known = resolve)),
    })
    nodes.keep(other)
    const bram = await open(other, 'per_bram')
    titleOf(bram.doc, 'agr_2').insert(0, 'wacht')
    await pause(100)
    expect(bram.saved).toEqual([])
    const { release } = await other.documents.freeze(nodes.table, DIALOGUE, 'agr_1')
    release()
    known()
    await until('stored after all', () => bram.saved.length > 0)
    expect((await one.documents.text(nodes.table, DIALOGUE))['agr_2']?.title).toBe('wacht')
  })
})
