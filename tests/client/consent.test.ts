import { describe, expect, it } from 'vitest'
import { afterOf } from '../../client/parts/consent/after.ts'
import { putForward } from '../../client/parts/consent/ConsentHall.tsx'
import { deskStep } from '../../client/parts/consent/deskStep.ts'
import { openedOf } from '../../client/parts/consent/opened.ts'
import { orderOf } from '../../client/parts/consent/order.ts'
import { draftOf, ownPart } from '../../client/parts/consent/own.ts'
import { inWords } from '../../client/parts/floor/inWords.ts'
import { sentence } from '../../client/parts/floor/sentence.ts'
import type { RoomView } from '../../client/core/room/view.ts'
import type { Floor, SessionState } from '../../shared/dialogue/model.ts'
import { freshRound } from '../../shared/dialogue/floor/floorChanges.ts'
import { ABOUT, answered, closed, openWith, ORDER, round, withRound } from './support/consent.ts'
import { idOf, NETWORKING, NOW, phoning, turn, view } from './support/hall.ts'

const as = (name: string, state: SessionState, more: Partial<RoomView> = {}): RoomView =>
  view(state, { me: idOf(name), ...more })
const asking = (part: Partial<Floor>): SessionState =>
  withRound({ mode: 'round', round: freshRound(ORDER.map(idOf)), consent: round(), ...part })
const said = (shown: RoomView): string => {
  const { parts, sub } = sentence(shown)
  return [...parts, ...sub].map((part) => inWords('nl', part)).join(' ')
}
const offered = (name: string) => turn(name, { state: 'offered', deadline: NOW + 14_000, runningSince: null })
const by = (...names: string[]) => names.map(idOf)

describe('the sentence of state during a consent round', () => {
  const at = (step: 'clear' | 'react' | 'read') => withRound({ consent: round({ step, order: [] }) })

  it('[C1] names the step, and who leads it', () => {
    expect(said(as('Riet', at('clear')))).toBe('Els vraagt: is de tekst helder?')
    expect(said(as('Riet', at('react')))).toBe('Els vraagt wat u van de tekst vindt.')
    expect(said(as('Willem', at('read')))).toBe('Els leest de tekst voor.')
  })

  it('keeps whoever speaks in front, with the step under it', () => {
    const talk = withRound({ consent: round({ step: 'react', order: [] }), turn: turn('Anna') })
    expect(said(as('Riet', talk))).toBe('Anna is aan het woord. Els vraagt wat u van de tekst vindt.')
  })

  it('[C1] asks whoever is at turn, at once, and tells the others who answers', () => {
    const state = asking({ turn: offered('Riet') })
    expect(said(as('Riet', state))).toBe('U bent aan de beurt. Kunt u met deze tekst leven?')
    expect(sentence(as('Riet', state))).toMatchObject({ tone: 'mine', urgent: true })
    expect(said(as('Tom', state))).toMatch(/^De ronde\. Riet antwoordt\./)
    expect(said(as('Willem', state))).toMatch(/^De ronde\. Riet antwoordt\. U komt na/)
  })

  it('says that the own answer is in, and when somebody comes back to be asked', () => {
    const state = asking({
      consent: round({ answered: by('Riet') }),
      turn: turn('Anna', { state: 'dropped', deadline: NOW + 9_000, runningSince: null }),
    })
    expect(said(as('Riet', state))).toMatch(/^De ronde\. Anna is even weg.*Uw antwoord is binnen\./)
  })

  it('[C7] tells no numbers of people when all were asked, opened, or ended', () => {
    const lastRound = { spoke: by(...ORDER), passed: [], missed: [] }
    const all = round({ answered: by(...ORDER) })
    expect(said(as('Riet', withRound({ consent: all, lastRound })))).toBe(
      'De ronde. Iedereen is gevraagd. Alles is nog dicht. Uw antwoord is binnen.',
    )
    const open = openWith(ORDER.map((name) => answered(name)))
    expect(said(as('Riet', withRound({ consent: open, lastRound })))).toBe(
      'De ronde is klaar. Alle redenen zijn open.',
    )
    const ended = (how: 'agreed' | 'noted' | 'returned') =>
      said(as('Riet', withRound({ lastConsent: closed({ how }), lastRound })))
    expect(ended('agreed')).toBe(
      'Els stelt vast: niemand heeft een zwaarwegend bezwaar. De afspraak is gedragen.',
    )
    expect(ended('noted')).toMatch(/^We komen er nu niet uit\./)
    expect(ended('returned')).toMatch(/^Er is een bezwaar\./)
  })

  it('[C3] says that the answers are void, as long as the words are open', () => {
    const open = withRound({ lastConsent: closed() }, { state: 'draft', presented: null })
    expect(said(as('Riet', open))).toBe('De tekst is veranderd. Alle antwoorden zijn vervallen.')
    expect(said(as('Riet', withRound({ lastConsent: closed() })))).toMatch(/^Niemand heeft nu het woord\./)
  })
})

describe('the order of the round', () => {
  it('[C2] says who has answered and who not yet, why, and never what', () => {
    const state = phoning(
      asking({
        consent: round({ answered: by('Mehmet'), answers: [] }),
        turn: turn('Anna'),
        round: { ...freshRound(ORDER.map(idOf)), passed: by('Samira') },
      }),
      'Joke',
    )
    const present = new Set(state.order.filter((person) => person !== idOf('Pieter')))
    const marks = orderOf(as('Riet', state, { present })).map(({ name, mark }) => `${name} ${mark}`)
    expect(marks).toEqual([
      'Mehmet answered',
      'Anna now',
      'Riet waits',
      'Joke phone',
      'Samira again',
      'Pieter away',
      'Willem waits',
    ])
  })
})

describe("somebody's own part", () => {
  it('[C1] is to answer when it is their turn, to wait before, and to watch without a place in the order', () => {
    const state = asking({ turn: offered('Riet') })
    expect(ownPart(as('Riet', state))).toMatchObject({ may: 'ask', offered: 'trn_1' })
    expect(ownPart(as('Willem', state))).toMatchObject({ may: 'wait', offered: null })
    for (const name of ['Els', 'Tom', 'Noor'])
      expect(ownPart(as(name, state, { room: NETWORKING }))).toMatchObject({ may: 'watch' })
    expect(ownPart(as('Riet', withRound({ consent: round({ step: 'read' }) })))).toBeNull()
  })

  it('a question about the text in between is not the turn to answer', () => {
    const state = asking({ turn: turn('Riet', { kind: 'process' }) })
    expect(ownPart(as('Riet', state))).toMatchObject({ may: 'wait' })
    expect(said(as('Riet', state))).not.toContain('Kunt u met deze tekst leven?')
  })

  it('[C2] may be changed once it is given, also while others answer', () => {
    const given = answered('Riet', 'objects', 'Zonder brief niet.')
    const state = asking({
      consent: round({ answered: by('Riet'), answers: [given] }),
      turn: turn('Anna'),
    })
    const own = ownPart(as('Riet', state))
    expect(own).toMatchObject({ may: 'given', given })
    expect(own && draftOf(own, null)).toMatchObject({ answer: 'objects', reason: 'Zonder brief niet.' })
  })

  it('what was being filled in for other words is not taken for these', () => {
    const own = ownPart(as('Riet', asking({ turn: offered('Riet') })))
    const kept = { about: `${ABOUT} 6 1`, answer: 'canLive' as const, reason: 'Goed zo.' }
    expect(own && draftOf(own, kept)).toEqual({ about: own?.about, answer: null, reason: '' })
    expect(own && draftOf(own, { ...kept, about: own.about })).toMatchObject({ answer: 'canLive' })
  })

  it('[C3] brings back one’s own words that were never opened, and only on this agreement', () => {
    const unopened = [answered('Riet', 'objects', 'Zonder brief niet.')]
    const again = (agreement: string) =>
      ownPart(as('Riet', asking({ turn: offered('Riet'), lastConsent: closed({ agreement, unopened }) })))
    expect(again(ABOUT)?.old).toBe('Zonder brief niet.')
    expect(again('agr_9')?.old).toBe('')
  })

  it('members of raad and college read that they sit there without mandate', () => {
    const state = asking({})
    const mandate = (name: string) => ownPart(as(name, state))?.mandate
    expect(['Samira', 'Willem', 'Riet', 'Pieter'].map(mandate)).toEqual([true, true, false, false])
  })
})

describe('all reasons open', () => {
  it('[C2] gives objections first, then who stood aside, who was not heard, and who can live with it', () => {
    const answers = [
      answered('Mehmet', 'objects', 'Te laat.'),
      answered('Anna', 'canLive', 'Liever vroeger.'),
      answered('Riet', 'aside'),
      answered('Joke', 'canLive', '', 'Els'),
    ]
    const opened = openedOf(as('Riet', withRound({ consent: openWith(answers) })))
    const names = (voices: { name: string }[] = []) => voices.map(({ name }) => name)
    expect(names(opened?.objects)).toEqual(['Mehmet'])
    expect(names(opened?.aside)).toEqual(['Riet'])
    expect(names(opened?.unheard)).toEqual(['Samira', 'Pieter', 'Willem'])
    expect(names(opened?.canLive)).toEqual(['Anna', 'Joke'])
    expect(opened?.canLive[1]).toMatchObject({ by: 'Els', group: 'inwoner' })
    expect(opened?.everybody).toBe(false)
  })

  it('[C4] says that everybody can live with it only when everybody said so', () => {
    const everybody = (names: string[]) =>
      openedOf(as('Riet', withRound({ consent: openWith(names.map((name) => answered(name))) })))?.everybody
    expect(everybody(ORDER)).toBe(true)
    expect(everybody(ORDER.slice(1))).toBe(false)
  })

  it('[C2] shows nothing while it is sealed', () => {
    expect(openedOf(as('Els', asking({ consent: round({ answered: by(...ORDER) }) })))).toBeNull()
  })
})

describe('after the round', () => {
  it('[C3] the own reason comes back, and nobody else’s', () => {
    const unopened = [answered('Riet', 'objects', 'Zonder brief niet.')]
    const state = withRound({ lastConsent: closed({ unopened }) }, { state: 'draft', presented: null })
    expect(afterOf(as('Riet', state))).toMatchObject({ how: 'voided', reason: 'Zonder brief niet.' })
    expect(afterOf(as('Anna', state))).toMatchObject({ how: 'voided', reason: '' })
  })

  it('is over when another round begins, or when what was agreed is opened again', () => {
    const lastConsent = closed({ how: 'agreed' })
    expect(afterOf(as('Riet', withRound({ lastConsent }, { state: 'agreed' })))).toMatchObject({
      how: 'agreed',
    })
    expect(afterOf(as('Riet', withRound({ lastConsent }, { state: 'draft', presented: null })))).toBeNull()
    expect(afterOf(as('Riet', withRound({ lastConsent: closed(), consent: round() })))).toBeNull()
  })

  it('[C3] is past once other words were put forward, or these were merged; one’s own sealed words stay to be used', () => {
    const later = { version: 8, words: { title: '', text: [], why: [] }, hash: 'b' }
    for (const changed of [
      { state: 'presented', presented: later },
      { state: 'merged' },
      { state: 'withdrawn' },
    ] as const) {
      const unopened = [answered('Riet', 'objects', 'Zonder brief niet.')]
      const voided = withRound({ lastConsent: closed({ unopened }) }, changed)
      expect(afterOf(as('Anna', voided))).toBeNull()
      expect(afterOf(as('Riet', voided))).toMatchObject({ reason: 'Zonder brief niet.' })
      const lastRound = { spoke: by(...ORDER), passed: [], missed: [] }
      const agreed = withRound({ lastConsent: closed({ how: 'agreed' }), lastRound }, changed)
      expect(afterOf(as('Riet', agreed))).toBeNull()
      expect(said(as('Riet', agreed))).not.toContain('gedragen')
    }
  })
})

describe('whoever leads', () => {
  const step = (state: SessionState, more: Partial<RoomView> = {}) => deskStep(as('Els', state, more))
  const main = (state: SessionState) => step(state)?.main?.key ?? null

  it('[C1] goes from clear to reactions, to reading, to asking; and back', () => {
    const at = (name: 'clear' | 'react' | 'read') => withRound({ consent: round({ step: name, order: [] }) })
    expect(main(at('clear'))).toBe('consent.to.react')
    expect(main(at('react'))).toBe('consent.to.read')
    expect(main(at('read'))).toBe('consent.ask')
    expect(step(at('read'))?.others.map(({ type }) => type)).toEqual(['stepConsent', 'reviseAgreement'])
    expect(deskStep(as('Els', withRound({})))).toBeNull()
  })

  it('[C4] opens nothing while somebody who is there has not answered; asks them again when nobody is at turn', () => {
    const missed = round({ answered: by('Mehmet', 'Anna') })
    expect(step(asking({ consent: missed, turn: turn('Riet') }))).toMatchObject({
      main: null,
      others: [{ type: 'reviseAgreement' }],
    })
    expect(main(withRound({ consent: missed }))).toBe('consent.askAgain')
    const state = withRound({ consent: round({ answered: by(...ORDER.slice(1)) }) })
    const without = new Set(state.order.filter((person) => person !== idOf('Mehmet')))
    expect(step(state, { present: without })).toMatchObject({
      main: { key: 'consent.open' },
      others: [{ key: 'consent.askAgain' }, { key: 'agreement.revise' }],
      unheard: by('Mehmet'),
    })
  })

  it('[C5] enters an answer for whoever is at turn and for guests on the telephone, at any time', () => {
    const state = phoning(asking({ turn: turn('Riet') }), 'Joke')
    expect(step(state)?.sayAloud).toEqual(by('Riet', 'Joke'))
  })

  it('[C2] [C6] after objections changes the text; after two rounds a note comes first', () => {
    const answers = ORDER.map((name) => answered(name, name === 'Riet' ? 'objects' : 'canLive', 'Nee.'))
    expect(main(withRound({ consent: openWith(answers) }))).toBe('agreement.revise')
    const second = step(withRound({ consent: openWith(answers, { round: 2 }) }))
    expect(second).toMatchObject({ main: null, objectors: by('Riet') })
    expect(main(withRound({ consent: openWith(answers, { round: 2, note: 'Een brief.' }) }))).toBe(
      'consent.close.noted',
    )
    expect(main(withRound({ consent: openWith(ORDER.map((name) => answered(name))) }))).toBe(
      'consent.close.agreed',
    )
  })

  it('[C2] begins no round in the plenary on words that met an objection', () => {
    const before = { objects: by('Riet'), aside: [], absent: [] }
    const numbers = (agreement: Parameters<typeof withRound>[1]) =>
      putForward(as('Olga', withRound({}, agreement))).map(({ number }) => number)
    expect(numbers({})).toEqual([1])
    expect(numbers({ consent: before, deadlocks: 1 })).toEqual([])
    expect(numbers({ state: 'agreed', consent: { ...before, objects: [] } })).toEqual([])
  })

  it('the organiser cannot change a table’s text from the plenary', () => {
    const answers = [answered('Riet', 'objects', 'Nee.')]
    const found = deskStep(as('Olga', withRound({ consent: openWith(answers) })))
    expect(found).toMatchObject({ main: { key: 'consent.close.returned' }, others: [] })
  })
})
