import { expect, test } from 'vitest'
import { hashOf } from '../../shared/agreement/canonical.ts'
import { readAgreement, titleOf, writeAgreement } from '../../shared/agreement/document.ts'
import { paragraphs } from '../../shared/agreement/richText.ts'
import { CLOSE } from '../../shared/wire.ts'
import type { Store } from '../../server/store/store.ts'
import { seat, somebody } from '../support/house.ts'
import { ownHouse } from '../support/ownHouse.ts'
import { openLine } from '../support/line.ts'
import { sha256 } from '../support/councilPackage.ts'
import { textAt } from '../support/textAt.ts'
import { until } from '../support/until.ts'
import { redeem } from '../support/visitor.ts'

const { house, restart } = ownHouse()

const ok = { ok: true }

/** Els leads Riet's table, in which there is one agreement. */
async function atTable() {
  const cast = [somebody('Saskia', 'organiser'), somebody('Els', 'facilitator'), somebody('Riet')]
  const { people } = await seat(house, cast)
  const present = async (name: string) => {
    const row = people[name]
    if (!row) throw new Error(`${name} is not there`)
    const visitor = await redeem(house.link(row))
    const line = openLine(visitor)
    await line.next('welcome')
    return { row, visitor, line }
  }
  const [saskia, els, riet] = [await present('Saskia'), await present('Els'), await present('Riet')]
  for (const type of ['openPlenary', 'spreadEvenly', 'announceSplit'])
    expect(await saskia.line.command(type, {})).toEqual(ok)
  expect(await saskia.line.command('startTables', { version: 1 })).toEqual(ok)
  const table = await until('Riet sits', () => riet.line.state().seating?.seats[riet.row.id])
  const about = { table, agreement: `agr_${riet.row.id}` }
  expect(await riet.line.command('addAgreement', about)).toEqual(ok)
  const agreement = () => saskia.line.state().agreements[about.agreement]
  const stored = async () => (await house.store.documents.load(table, riet.row.dialogue)).updates.length
  const text = await textAt(riet.visitor, table)
  const writes = async (title: string) => {
    writeAgreement(text.doc, { id: about.agreement, title, text: paragraphs('Aan tafel.') })
    await until('stored', stored)
  }
  const close = async () => {
    text.stop()
    for (const one of [saskia, els, riet]) await one.line.close()
  }
  return { saskia, els, riet, about, text, writes, agreement, stored, close }
}

test('presented: words, hash and writers are in event and state; nobody changes them until they are revised', async () => {
  const { els, riet, about, text, writes, agreement, stored, close } = await atTable()
  await writes('  Vroeg   samen ')
  expect(await els.line.command('presentAgreement', about)).toEqual(ok)
  const words = { title: 'Vroeg samen', text: paragraphs('Aan tafel.'), why: [] }
  const version = { words, hash: hashOf(words, sha256), authors: [riet.row.id] }
  const log = await house.store.events.read(els.line.state().id)
  expect(log.at(-1)?.event).toMatchObject({ type: 'AgreementPresented', ...version })
  await expect.poll(agreement).toMatchObject({
    state: 'presented',
    presented: { version: 1, words, hash: version.hash },
    versions: [{ number: 1, hash: version.hash, authors: [riet.row.id], keptFor: 'presented' }],
  })

  const before = await stored()
  titleOf(text.doc, about.agreement).insert(0, 'x')
  await until('refused', () => text.closed.length > 0)
  expect(text.closed).toEqual([CLOSE.locked])
  expect(await stored()).toBe(before)

  expect(await els.line.command('reviseAgreement', about)).toEqual(ok)
  const again = await textAt(riet.visitor, about.table)
  titleOf(again.doc, about.agreement).insert(0, 'Heel ')
  await until('stored', async () => (await stored()) > before)
  expect(again.closed).toEqual([])
  again.stop()
  await close()
})

test('a letter at the moment of presenting is either in the frozen words or refused', async () => {
  const { els, riet, about, writes, agreement, close } = await atTable()
  await writes('Samen')
  for (let round = 0; round < 6; round++) {
    const text = await textAt(riet.visitor, about.table)
    const letters = setInterval(() => titleOf(text.doc, about.agreement).insert(0, 'x'), 1 + (round % 3))
    expect(await els.line.command('presentAgreement', about)).toEqual(ok)
    await until('refused', () => text.closed.length > 0)
    clearInterval(letters)
    expect(text.closed).toEqual([CLOSE.locked])
    await expect.poll(() => agreement()?.state).toBe('presented')
    const reader = await textAt(els.visitor, about.table)
    expect(readAgreement(reader.doc, about.agreement).title).toBe(agreement()?.presented?.words.title)
    for (const one of [text, reader]) one.stop()
    expect(await els.line.command('reviseAgreement', about)).toEqual(ok)
    await expect.poll(() => agreement()?.state).toBe('draft')
  }
  await close()
}, 30_000)

test('a version is kept at a recall and at the end, once for the same words; a further session has it', async () => {
  const { saskia, riet, writes, about, agreement, close } = await atTable()
  await writes('Vroeg')
  expect(await saskia.line.command('announceRecall', {})).toEqual(ok)
  expect(await saskia.line.command('finishRecall', { version: 1 })).toEqual(ok)
  await expect
    .poll(() => agreement()?.versions.map(({ keptFor, authors }) => [keptFor, authors]))
    .toEqual([['recalled', [riet.row.id]]])
  expect(await saskia.line.command('endSession', {})).toEqual(ok)
  const kept = agreement()
  const when = { date: '2026-12-08', from: '19:30', to: '21:30' }
  expect((await saskia.visitor.send('POST', 'api/session', when)).status).toBe(201)
  const further = openLine(saskia.visitor)
  await further.next('welcome')
  expect(further.state().agreements[about.agreement]).toEqual(kept)
  await further.close()
  await close()
})

test('what the server did not live to keep at the end is kept when the dialogue is opened again', async () => {
  const endsFirst = (store: Store): Store => ({
    ...store,
    events: {
      ...store.events,
      append: (...entries) =>
        entries.some(({ events }) => events.some(({ type }) => type === 'VersionKept'))
          ? Promise.reject(new Error('the server has ended'))
          : store.events.append(...entries),
    },
  })
  await restart({ through: endsFirst })
  const { saskia, about, writes, close } = await atTable()
  await writes('Vroeg')
  expect(await saskia.line.command('endSession', {})).toEqual(ok)
  await close()
  await restart()

  const line = openLine(saskia.visitor)
  await line.next('welcome')
  const { versions } = line.state().agreements[about.agreement] ?? {}
  expect(versions?.map(({ keptFor }) => keptFor)).toEqual(['ended'])
  await line.close()
})

test('after a restart what was presented is still locked, and who wrote is still known', async () => {
  const { els, riet, about, writes, close } = await atTable()
  await writes('Vroeg')
  expect(await els.line.command('presentAgreement', about)).toEqual(ok)
  await close()
  await restart()

  const back = await textAt(riet.visitor, about.table)
  titleOf(back.doc, about.agreement).insert(0, 'x')
  await until('refused', () => back.closed.length > 0)
  expect(back.closed).toEqual([CLOSE.locked])
  const line = openLine(els.visitor)
  await line.next('welcome')
  const versions = () => line.state().agreements[about.agreement]?.versions.map(({ authors }) => authors)
  expect(versions()).toEqual([[riet.row.id]])
  expect(await line.command('reviseAgreement', about)).toEqual(ok)
  expect(await line.command('presentAgreement', about)).toEqual(ok)
  await expect.poll(versions).toEqual([[riet.row.id], [riet.row.id]])
  back.stop()
  await line.close()
})
