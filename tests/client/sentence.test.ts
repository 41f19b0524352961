import { describe, expect, it } from 'vitest'
import { sentence } from '../../client/parts/floor/sentence.ts'
import { inWords } from '../../client/parts/floor/inWords.ts'
import { signature, type Part } from '../../client/parts/floor/part.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { RoomView } from '../../client/core/room/view.ts'
import { floor, hall, hand, hands, idOf, NETWORKING, NOW, phoning, turn, view } from './support/hall.ts'

const words = (part: Part): string => inWords('nl', part)
const said = (shown: RoomView): string => sentence(shown).parts.map(words).join(' ')
const under = (shown: RoomView): string => sentence(shown).sub.map(words).join(' ')

const atTable = (part: Parameters<typeof floor>[0], more: Partial<RoomView> = {}): RoomView =>
  view(hall({ floor: floor(part) }), more)

describe('the sentence of state: the floor', () => {
  it('says who has the floor', () => {
    const shown = atTable({ turn: turn('Anna'), queue: hands('Joke', 'Willem') })
    expect(said(shown)).toBe('Anna is aan het woord.')
    expect(under(shown)).toBe('Joke en Willem wachten.')
    expect(sentence(shown)).toMatchObject({ tone: 'calm', lit: true, urgent: false })
  })

  it('says that I am next, beside the holder, and who comes after me', () => {
    const shown = atTable({ turn: turn('Anna'), queue: hands('Riet', 'Joke', 'Willem') })
    expect(said(shown)).toBe('Anna is aan het woord. U bent hierna.')
    expect(under(shown)).toBe('Daarna komen Joke en Willem.')
    expect(sentence(shown).tone).toBe('next')
  })

  it('[F1] says my own number when I am further back', () => {
    const shown = atTable({ turn: turn('Anna'), queue: hands('Joke', 'Mehmet', 'Riet') })
    expect(said(shown)).toBe('Anna is aan het woord.')
    expect(under(shown)).toBe('U bent nummer 3 in de rij.')
    expect(sentence(shown).tone).toBe('calm')
  })

  it('[F4] keeps the number of whoever stands behind a hand that can still be undone', () => {
    const lowered = [{ hand: hand('Anna'), behind: [], until: NOW + 8_000 }]
    const shown = atTable({ queue: hands('Joke', 'Riet'), lowered })
    expect(under(shown)).toBe('U bent nummer 3 in de rij.')
  })

  it('[F4] says that my own hand is down while the way back is open', () => {
    const lowered = [{ hand: hand('Riet'), behind: [], until: NOW + 8_000 }]
    const shown = atTable({ turn: turn('Anna'), queue: hands('Joke', 'Willem'), lowered })
    expect(said(shown)).toBe('Anna is aan het woord.')
    expect(under(shown)).toBe('Uw hand is omlaag.')
  })

  it('says that nobody has the floor', () => {
    expect(said(atTable({}))).toBe('Niemand heeft nu het woord.')
    expect(sentence(atTable({})).lit).toBe(false)
  })

  it('tells free talk with nobody, one and several talking', () => {
    const free = (speaking: string[]): RoomView => atTable({ mode: 'free' }, { speaking: speaking.map(idOf) })
    expect(said(free([]))).toBe('Vrij gesprek. Wie wil, kan iets zeggen.')
    expect(said(free(['Anna']))).toBe('Vrij gesprek. Anna praat.')
    expect(said(free(['Riet']))).toBe('Vrij gesprek. U praat.')
    expect(said(free(['Anna', 'Joke']))).toBe('Vrij gesprek. 2 mensen praten tegelijk.')
    expect(under(free(['Anna']))).toBe('U kunt gewoon meepraten.')
  })

  it('does not invite an observer to join in', () => {
    expect(under(atTable({ mode: 'free' }, { me: idOf('Tom') }))).toBe('')
  })

  it('[F4] says that somebody is offered the floor', () => {
    const offered = turn('Anna', { state: 'offered', deadline: NOW + 14_000, runningSince: null })
    expect(said(atTable({ turn: offered }))).toBe('Anna is aan de beurt en begint zo.')
  })

  it('[F5] counts the seconds we wait for a speaker who dropped', () => {
    const dropped = turn('Anna', { state: 'dropped', deadline: NOW + 21_500, runningSince: null })
    expect(said(atTable({ turn: dropped }))).toBe('Anna is even weg. We wachten 22 seconden.')
  })

  it('[F6] tells a round, and after whom I come', () => {
    const order = ['Anna', 'Mehmet', 'Joke', 'Pieter', 'Samira', 'Riet'].map(idOf)
    const round = { order, done: [idOf('Anna'), idOf('Mehmet')], passed: [], spoke: [], second: false }
    const shown = atTable({ mode: 'round', round, turn: turn('Joke') })
    expect(said(shown)).toBe('Rondje. Joke is aan het woord.')
    expect(under(shown)).toBe('U komt na Samira. Iedereen komt één keer.')
    const been = { ...round, done: [...round.done, idOf('Riet')] }
    expect(under(atTable({ mode: 'round', round: been, turn: turn('Joke') }))).toBe('U bent geweest.')
  })

  it('[S3] gives no number with quiet first, and no reason', () => {
    const shown = atTable({ mode: 'quietFirst', turn: turn('Anna'), queue: hands('Riet', 'Joke') })
    expect(said(shown)).toBe('De begeleider kiest de volgorde. Anna is aan het woord.')
    expect(under(shown)).toBe('Uw hand is omhoog.')
    expect(sentence(shown).tone).toBe('calm')
  })

  it('[F9] counts the minutes of a silence', () => {
    expect(said(atTable({ silence: { until: NOW + 61_000 } }))).toBe('Stilte. Nog 2 minuten om na te denken.')
    expect(said(atTable({ silence: { until: NOW + 5_000 } }))).toBe('Stilte. Nog 1 minuut om na te denken.')
  })

  it('[F3] marks a question about the conversation', () => {
    expect(said(atTable({ turn: turn('Pieter', { kind: 'process' }) }))).toBe(
      'Pieter heeft een vraag over het gesprek.',
    )
  })

  it('[F9] marks whoever guides, with and without a holder', () => {
    expect(said(atTable({ steering: idOf('Els') }))).toBe('Els stuurt bij.')
    expect(said(atTable({ steering: idOf('Els'), turn: turn('Anna') }))).toBe(
      'Els stuurt bij. Anna houdt het woord.',
    )
  })

  it('[F6] shows a turn out of order to everybody', () => {
    expect(under(atTable({ turn: turn('Anna', { override: true }) }))).toBe(
      'Anna kreeg het woord buiten de rij om.',
    )
  })

  it('[F3] shows an invited reply to everybody', () => {
    expect(under(atTable({ turn: turn('Anna'), reply: idOf('Joke') }))).toBe('Joke mag kort reageren.')
    expect(said(atTable({ turn: turn('Anna'), reply: idOf('Riet') }))).toBe('U mag kort reageren.')
  })

  it('[F3] says that the holder types, and that somebody speaks through the telephone', () => {
    expect(said(atTable({ turn: turn('Anna', { typed: true }) }))).toBe('Anna is aan de beurt en typt.')
    const phone = view(phoning(hall({ floor: floor({ turn: turn('Anna') }) }), 'Anna'))
    expect(said(phone)).toBe('Anna is aan het woord, via de telefoon.')
  })

  it('[F6] sums a round up in people, and keeps to that until the next turn', () => {
    const lastRound = { spoke: ['Anna', 'Joke'].map(idOf), passed: [idOf('Riet')], missed: [] }
    expect(said(atTable({ mode: 'round', lastRound }))).toBe(
      'Het rondje is klaar. 2 mensen hebben gesproken, 1 ging voorbij.',
    )
    expect(said(atTable({ mode: 'round', lastRound: { ...lastRound, passed: [] } }))).toBe(
      'Het rondje is klaar. 2 mensen hebben gesproken.',
    )
    const going = atTable({ mode: 'round', lastRound, turn: turn('Anna') })
    expect(said(going)).toBe('Rondje. Anna is aan het woord.')
  })

  it('tells whoever leads who comes next, by name', () => {
    const shown = atTable({ turn: turn('Anna'), queue: hands('Riet', 'Joke') }, { me: idOf('Els') })
    expect(said(shown)).toBe('Anna is aan het woord. Riet is hierna.')
  })
})

describe('the sentence of state: my turn', () => {
  it('[F4] calls me by name, at once', () => {
    const offered = turn('Riet', { state: 'offered', deadline: NOW + 14_000, runningSince: null })
    const shown = atTable({ turn: offered, queue: hands('Joke') })
    expect(said(shown)).toBe('U bent aan de beurt, Riet.')
    expect(under(shown)).toBe('Uw microfoon gaat pas aan als u op Begin drukt.')
    expect(sentence(shown)).toMatchObject({ tone: 'mine', urgent: true })
  })

  it('says whether I am heard, and who comes after me', () => {
    const mine = { turn: turn('Riet'), queue: hands('Joke') }
    expect(said(atTable(mine))).toBe('U bent aan het woord.')
    expect(under(atTable(mine, { microphoneOn: true }))).toBe('Iedereen hoort u. Na u komt Joke.')
    expect(under(atTable(mine))).toBe('Uw microfoon staat uit. Niemand hoort u. Na u komt Joke.')
  })

  it('[F9] is not heard in a silence, and keeps the floor', () => {
    const shown = atTable({ turn: turn('Riet', { runningSince: null }), silence: { until: NOW + 30_000 } })
    expect(said(shown)).toBe('Stilte. Nog 1 minuut om na te denken.')
    expect(under(shown)).toBe('U houdt uw plek.')
  })

  it('[F10] asks to round off after the target and never more than that', () => {
    const long = turn('Riet', { runningSince: NOW - 121_000 })
    expect(said(atTable({ turn: long }))).toBe('U bent aan het woord. Rond rustig af.')
  })

  it('[F10] says when half a minute of it is left', () => {
    const near = turn('Riet', { runningSince: NOW - 91_000 })
    expect(under(atTable({ turn: near }, { microphoneOn: true }))).toBe(
      'Iedereen hoort u. U hebt nog een halve minuut.',
    )
  })

  it('[F3] invites whoever types to type, and speaks of no microphone', () => {
    const offered = turn('Riet', { state: 'offered', typed: true, runningSince: null })
    expect(under(atTable({ turn: offered }))).toBe('U kunt typen als u op Begin drukt.')
    const typing = atTable({ turn: turn('Riet', { typed: true }) })
    expect(said(typing)).toBe('U bent aan de beurt. U kunt typen.')
    expect(under(typing)).toBe('Iedereen leest wat u verstuurt.')
  })

  it('says that I keep the floor while somebody guides', () => {
    expect(under(atTable({ turn: turn('Riet', { runningSince: null }), steering: idOf('Els') }))).toBe(
      'Els stuurt bij. U houdt uw plek.',
    )
  })

  it('still is my turn while the room is being called away, and says both', () => {
    const phase = { name: 'recalling' as const, version: 1, deadline: NOW + 60_000 }
    const shown = view(hall({ phase, floor: floor({ turn: turn('Riet') }) }))
    expect(said(shown)).toBe('U bent aan het woord.')
    expect(under(shown)).toBe('Over 60 seconden gaan we terug naar de grote zaal.')
  })
})

describe('the sentence of state: on the way', () => {
  it('[T2] counts down to the table, with number and role', () => {
    const shown = view(hall({ phase: { name: 'announced', version: 1, deadline: NOW + 14_000 } }))
    expect(said(shown)).toBe('U gaat over 14 seconden naar tafel 2: Netwerkende overheid.')
    expect(sentence(shown).tone).toBe('move')
  })

  it('[T2] at nought says that we go now', () => {
    const shown = view(hall({ phase: { name: 'announced', version: 1, deadline: NOW } }))
    expect(said(shown)).toBe('U gaat nu naar tafel 2.')
  })

  it('[T4] tells somebody without a seat that they stay', () => {
    const shown = view(hall({ phase: { name: 'announced', version: 1, deadline: NOW + 9_000 } }), {
      me: idOf('Noor'),
    })
    expect(said(shown)).toBe('Over 9 seconden gaan de tafels open. U blijft hier.')
  })

  it('[T5] tells a straggler that the seat is kept', () => {
    const coming = view(hall(), { media: { state: 'connecting', at: 'plenary' } })
    expect(said(coming)).toBe('U gaat nu naar tafel 2.')
    const stuck = view(hall(), { media: { state: 'off', at: 'plenary' } })
    expect(said(stuck)).toBe('U bent nog in de grote zaal. Uw stoel aan tafel 2 is vrij.')
  })

  it('does not send whoever only looks on from a second desk', () => {
    const shown = view(hall(), { me: idOf('Els'), room: 'tbl_3', media: { state: 'on', at: NETWORKING } })
    expect(sentence(shown).tone).toBe('calm')
  })

  it('[T2] sends nobody to a table they no longer lead', () => {
    const phase = { name: 'announced' as const, version: 1, deadline: NOW + 9_000 }
    const moved = { ...hall({ phase }), attending: { [idOf('Els')]: 'tbl_3' } }
    expect(said(view(moved, { me: idOf('Els') }))).toContain('tafel 2')
  })

  it('[T6] counts down to the recall', () => {
    const shown = view(hall({ phase: { name: 'recalling', version: 1, deadline: NOW + 60_000 } }))
    expect(said(shown)).toBe('Over 60 seconden gaan we terug naar de grote zaal.')
    const back = view(hall({ phase: { name: 'plenary' } }), {
      media: { state: 'connecting', at: NETWORKING },
    })
    expect(said(back)).toBe('U gaat nu terug naar de grote zaal.')
  })

  it('[T4] tells whoever has no seat where the others are, and when they come back', () => {
    const alone = { me: idOf('Noor'), room: 'plenary', media: { state: 'on' as const, at: 'plenary' } }
    expect(said(view(hall(), alone))).toBe('De tafels zijn nu open. U zit in de grote zaal.')
    const phase = { name: 'recalling' as const, version: 1, deadline: NOW + 60_000 }
    expect(said(view(hall({ phase }), alone))).toBe(
      'Over 60 seconden sluiten de tafels. U bent al in de grote zaal.',
    )
  })

  it('waits in the lobby, with and without a time', () => {
    const lobby = hall({ phase: { name: 'lobby' } })
    expect(said(view(lobby))).toBe('U bent er. We beginnen zo.')
    expect(said(view({ ...lobby, startsAt: NOW + 6 * 60_000 }))).toBe(
      'U bent er. We beginnen over 6 minuten.',
    )
  })

  it('thanks when it is over', () => {
    expect(said(view(hall({ phase: { name: 'ended' } })))).toBe('De bijeenkomst is klaar. Dank u wel.')
  })
})

describe('the sentence of state: trouble', () => {
  it('[F2] says that the line is lost, and that the place is kept', () => {
    const lost = { connection: 'lost' as const }
    expect(said(atTable({ queue: hands('Joke', 'Riet') }, lost))).toBe(
      'De verbinding is even weg. We proberen het opnieuw.',
    )
    expect(under(atTable({ queue: hands('Joke', 'Riet') }, lost))).toBe('U houdt uw plek.')
    expect(under(atTable({ queue: hands('Riet') }, lost))).toBe('U bent straks weer hierna.')
    expect(sentence(atTable({}, lost)).tone).toBe('trouble')
  })

  it('does not promise to try again when it does not', () => {
    expect(said(atTable({}, { connection: 'closed', closed: CLOSE.elsewhere }))).toBe(
      'U doet mee op een ander apparaat.',
    )
    expect(said(atTable({}, { connection: 'closed', closed: CLOSE.unknown }))).toBe(
      'De verbinding is gestopt. Open uw link opnieuw.',
    )
  })

  it('says for a moment that I am back, unless it is my turn', () => {
    const back = { backSince: NOW - 2_000 }
    expect(said(atTable({ turn: turn('Anna') }, back))).toBe('U bent terug. U bent niets kwijt.')
    expect(said(atTable({ turn: turn('Anna') }, { backSince: NOW - 9_000 }))).toBe('Anna is aan het woord.')
    expect(said(atTable({ turn: turn('Riet') }, back))).toBe('U bent aan het woord.')
  })

  it('[T2] says where I go rather than that I am back', () => {
    const phase = { name: 'announced' as const, version: 1, deadline: NOW + 3_000 }
    expect(said(view(hall({ phase }), { backSince: NOW - 1_000 }))).toBe(
      'U gaat over 3 seconden naar tafel 2: Netwerkende overheid.',
    )
  })

  it('says that picture and sound are off while the talk goes on', () => {
    const shown = atTable({ turn: turn('Anna') }, { media: { state: 'off', at: null } })
    expect(said(shown)).toBe('Anna is aan het woord.')
    expect(under(shown)).toBe('Beeld en geluid zijn uit. U kunt lezen en typen.')
  })

  it('[S8] tells whoever leads that nothing is measured', () => {
    const shown = atTable({ turn: turn('Anna') }, { me: idOf('Els'), measured: false })
    expect(under(shown)).toContain('De spreektijd wordt even niet gemeten.')
  })
})

describe('what a screen reader hears', () => {
  it('is the same for every second of a countdown but the marks', () => {
    const at = (seconds: number): string =>
      signature(
        sentence(view(hall({ phase: { name: 'announced', version: 1, deadline: NOW + seconds * 1000 } })))
          .parts,
      )
    expect(at(19)).toBe(at(14))
    expect(at(20)).not.toBe(at(10))
    expect(at(10)).not.toBe(at(5))
    expect(at(5)).toBe(at(2))
    expect(at(1)).not.toBe(at(0))
  })
})
