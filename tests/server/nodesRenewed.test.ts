import { describe, expect, test } from 'vitest'
import { openLine } from '../support/line.ts'
import { at, goesTo } from '../support/nodes.ts'
import { BUSES, ownNodes } from '../support/ownNodes.ts'
import { threeInPlenary } from '../support/three.ts'
import { until } from '../support/until.ts'

/** What changes a dialogue as a whole at one node reaches whoever is in it at another. */
describe.each(BUSES)('%s', (_name, through) => {
  const nodes = ownNodes(through)

  /** Saskia at the first node, Riet at the second. */
  async function apart() {
    const three = await threeInPlenary(nodes.a)
    await three.mehmet.line.close()
    await goesTo(nodes.b, three.riet)
    return three
  }

  test('when the dialogue goes on everybody comes back to its next session', async () => {
    const { saskia, riet, session } = await apart()
    await saskia.line.command('endSession', {})
    const when = { date: '2026-12-08', from: '19:30', to: '21:30' }
    expect((await saskia.visitor.send('POST', 'api/session', when)).status).toBe(201)
    expect(await riet.line.closed).toBe(1012)
    const back = openLine(at(nodes.b, riet.visitor))
    await back.next('welcome')
    expect(back.state().id).not.toBe(session)
    await back.close()
    await saskia.line.close()
  })

  test('whoever gets a new link is out at the other node, and stays out', async () => {
    const { saskia, riet } = await apart()
    expect((await saskia.visitor.send('POST', `api/links/${riet.row.id}/renew`)).ok).toBe(true)
    expect(await riet.line.closed).toBe(4401)
    const again = openLine(at(nodes.b, riet.visitor))
    expect(await again.closed).toBe(4401)
    await saskia.line.close()
  })

  test('a dialogue that is deleted is gone at the other node too', async () => {
    const { saskia, riet } = await apart()
    const row = await nodes.a.store.people.dialogue(saskia.row.dialogue)
    if (!row) throw new Error('no such dialogue')
    await nodes.a.open.services.dialogues.remove(row)
    // told so, or sent back and not let in
    expect([4410, 1012]).toContain(await riet.line.closed)
    await until('it is not open any more', () => nodes.b.open.sessions.running(row.id) === null)
    expect(await nodes.b.open.sessions.of(row.id)).toBeNull()
  })

  test('a name that was erased at one node is in nobody’s memory at the other', async () => {
    const { saskia, riet } = await apart()
    await saskia.line.command('endSession', {})
    const { dialogue } = saskia.row
    await until('the end has come', () => riet.line.state().phase.name === 'ended')
    const answer = await saskia.visitor.send('DELETE', `api/people/${riet.row.id}`)
    expect(answer.ok).toBe(true)
    await riet.line.closed
    await until('it is gone there too', async () => {
      const state = (await nodes.b.open.sessions.of(dialogue))?.state()
      return !JSON.stringify(state).includes('Riet')
    })
    await saskia.line.close()
  })
})
