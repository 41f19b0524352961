import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { at, goesTo } from '../support/nodes.ts'
import { BUSES, ownNodes } from '../support/ownNodes.ts'
import { openLine } from '../support/line.ts'
import { threeInPlenary, type Three } from '../support/three.ts'

/** Two nodes on one database serve one dialogue as one, with the hints of their bus and without. */
describe.each(BUSES)('%s', (_name, through) => {
  const nodes = ownNodes(through)
  let three: Three

  afterEach(() => Promise.all([three.saskia, three.riet, three.mehmet].map(({ line }) => line.close())))

  /** Saskia at the first node, the others at the second. */
  async function apart() {
    three = await threeInPlenary(nodes.a)
    await goesTo(nodes.b, three.riet)
    await goesTo(nodes.b, three.mehmet)
    return three
  }
  const queue = ({ line }: Three['riet']) => line.state().floors['plenary']?.queue.map(({ person }) => person)

  test('a hand that is raised at one node is seen at the other, and the turn it gets at the first', async () => {
    const { saskia, riet } = await apart()
    expect(await riet.line.command('raiseHand', { room: 'plenary' })).toEqual({ ok: true })
    await expect.poll(() => queue(saskia), { timeout: 5_000 }).toEqual([riet.row.id])
    expect(await saskia.line.command('nextTurn', { room: 'plenary' })).toEqual({ ok: true })
    await expect
      .poll(() => riet.line.state().floors['plenary']?.turn?.person, { timeout: 5_000 })
      .toBe(riet.row.id)
  })

  test('a storm at both nodes ends in one log without a gap, the same for everybody', async () => {
    const { saskia, riet, mehmet, session } = await apart()
    const all = [saskia, riet, mehmet]
    const asked = Array.from({ length: 12 }, (_, i) =>
      all.map(({ line }) => line.command(i % 2 === 0 ? 'raiseHand' : 'lowerHand', { room: 'plenary' })),
    )
    await Promise.all(asked.flat())
    const log = await nodes.a.store.events.read(session)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1))
    await expect
      .poll(() => new Set(all.map(({ line }) => line.state().seq)), { timeout: 5_000 })
      .toEqual(new Set([log.length]))
    expect(queue(riet)).toEqual(queue(saskia))
    expect(await nodes.b.store.events.verify(session)).toBeNull()
  })

  test('a command that is sent again at the other node works once', async () => {
    const { riet, session } = await apart()
    const id = randomUUID()
    expect(await riet.line.command('raiseHand', { room: 'plenary' }, id)).toEqual({ ok: true })
    await goesTo(nodes.a, riet)
    expect(await riet.line.command('raiseHand', { room: 'plenary' }, id)).toEqual({ ok: true })
    const raised = (await nodes.a.store.events.read(session)).filter(
      ({ event }) => event.type === 'HandRaised',
    )
    expect(raised).toHaveLength(1)
  })

  test('whoever asks at the other node reads what was answered a moment ago', async () => {
    const { saskia } = await apart()
    const there = at(nodes.b, saskia.visitor)
    expect(await saskia.line.command('endSession', {})).toEqual({ ok: true })
    expect(await there.get<{ phase: string }>('api/me')).toMatchObject({ phase: 'ended' })
  })

  test('whoever comes back at the other node goes on where they were', async () => {
    const { riet, saskia } = await apart()
    expect(await saskia.line.command('announce', { text: 'Welkom' })).toEqual({ ok: true })
    const known = riet.line.state()
    await riet.line.close()
    const back = openLine(at(nodes.a, riet.visitor), { lastSeq: known.seq, state: known })
    const { snapshot, tail } = await back.next('welcome')
    expect([snapshot, tail.length]).toEqual([null, saskia.line.state().seq - known.seq])
    await back.close()
  })

  test('what the listener hears at the node that leads counts at the other', async () => {
    const { saskia, riet, session } = await apart()
    await saskia.line.command('setMode', { room: 'plenary', mode: 'free' })
    const now = Date.now()
    for (const listener of nodes.a.media.listeners)
      listener.spoke?.(session, 'plenary', riet.row.id, now + 100, now + 3_100)
    await riet.line.next('meter', ({ meter }) => meter.own?.spokenMs === 3_000)
  })

  test('everybody is known to be there at both nodes', async () => {
    const { saskia, riet, mehmet } = await apart()
    const here = ({ line }: Three['riet']) =>
      line.frames
        .flatMap((frame) => (frame.kind === 'presence' ? frame.people : []))
        .reduce<Record<string, string>>((known, { person, state }) => ({ ...known, [person]: state }), {})
    const everybody = Object.fromEntries([saskia, riet, mehmet].map(({ row }) => [row.id, 'here']))
    await expect.poll(() => here(saskia), { timeout: 5_000 }).toEqual(everybody)
    await expect.poll(() => here(riet), { timeout: 5_000 }).toEqual(everybody)
  })
})
