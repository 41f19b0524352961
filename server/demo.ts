import type { Group } from '../shared/dialogue/model.ts'
import { format } from '../shared/messages/format.ts'
import { server as texts } from '../shared/messages/server.ts'
import type { OpenHouse } from './house.ts'
import { keepLinks, type NewPerson } from './http/dialogues.ts'
import type { DialogueRow, PersonRow } from './store/store.ts'

const TITLE = '10 afspraken over burgerparticipatie'
const PROMISE =
  'De raad neemt de afspraken over zoals ze hier zijn opgeschreven. Wijkt de raad af, dan legt hij aan u uit waarom.'

const sits = (group: Group, names: string[], details: Record<string, string> = {}): NewPerson[] =>
  names.map((name) => ({ name, role: 'participant', group, detail: details[name] ?? null }))
const works = (role: NewPerson['role'], ...names: string[]): NewPerson[] =>
  names.map((name) => ({ name, role, group: null, detail: null }))

/** Invented people: eight residents, two of the college, three of the council, three civil servants, and who makes it work. */
const PEOPLE: NewPerson[] = [
  ...sits('inwoner', ['Riet', 'Mehmet', 'Anna', 'Joke', 'Kofi', 'Fatima', 'Henk', 'Lotte']),
  ...sits('college', ['Willem', 'Sandra'], { Willem: 'wethouder', Sandra: 'burgemeester' }),
  ...sits('raad', ['Samira', 'Jeroen', 'Yusuf']),
  ...sits('ambtenaar', ['Pieter', 'Ngoc', 'Ineke']),
  ...works('facilitator', 'Bram', 'Els', 'Dirk', 'Hanna'),
  ...works('organiser', 'Saskia'),
  ...works('helper', 'Tom'),
  ...works('observer', 'Nel'),
]
/** Whose links the first page of the start shows; the others are there for whoever comes to sit beside them. */
const PRINTED = new Set(['Riet', 'Mehmet', 'Samira', 'Pieter'])

export interface PrintedLinks {
  organiser: string
  facilitator: string[]
  helper: string
  participant: string[]
  observer: string
}
export interface Understudy {
  person: string
  name: string
  role: string
  url: string
}
export interface Seeded {
  links: PrintedLinks
  understudies: Understudy[]
}

/** The practice dialogue: made once, the same people and links at every start. With `open` the plenary has begun. */
export async function seedDemo(open: OpenHouse, voices: boolean): Promise<Seeded> {
  const { house } = open
  const known = (await house.store.people.dialogues()).find((each) => each.demo)
  const dialogue = known ?? (await makeDemo(open))
  const people = await house.store.people.people(dialogue.id)
  await keepLinks(house, people)
  const session = await house.sessions.of(dialogue.id)
  if (voices && session?.state().phase.name === 'lobby') {
    await session.run({ actor: 'system', command: { type: 'openPlenary', payload: {} }, commandId: null })
  }
  return printed(open, people)
}

async function makeDemo(open: OpenHouse): Promise<DialogueRow> {
  const made = await open.create({
    title: TITLE,
    promise: PROMISE,
    startsAt: null,
    endsAt: null,
    demo: true,
    people: PEOPLE,
  })
  const session = await open.house.sessions.of(made.dialogue.id)
  const organiser = made.people.find(({ role }) => role === 'organiser')
  if (organiser) {
    // everybody has a seat in the draft, so that the first split can be announced at once
    await session?.run({
      actor: organiser.id,
      command: { type: 'spreadEvenly', payload: {} },
      commandId: null,
    })
  }
  return made.dialogue
}

function printed({ house }: OpenHouse, people: readonly PersonRow[]): Seeded {
  const participants = people.filter(({ role }) => role === 'participant')
  const urls = (role: string) =>
    people.filter((each) => each.role === role).map((each) => house.links.url(each))
  const shown = participants.filter(({ name }) => PRINTED.has(name))
  return {
    links: {
      organiser: urls('organiser')[0] ?? '',
      facilitator: urls('facilitator'),
      helper: urls('helper')[0] ?? '',
      participant: shown.map((each) => house.links.url(each)),
      observer: urls('observer')[0] ?? '',
    },
    understudies: participants
      .filter((each) => !shown.includes(each))
      .map((each) => ({ person: each.id, name: each.name, role: each.role, url: house.links.url(each) })),
  }
}

/** An organiser's link works once: who lost it starts the app with `DT_NEW_ORGANISER_LINK=1` and gets another. */
async function renewed({ house }: OpenHouse, organiser: PersonRow): Promise<PersonRow> {
  if (process.env['DT_NEW_ORGANISER_LINK'] !== '1') return organiser
  const generation = await house.store.people.raiseGeneration(organiser.id)
  const row = { ...organiser, generation }
  await keepLinks(house, [row])
  return row
}

/** Without the demonstration: the first organiser and an empty dialogue to begin with. Made once. */
export async function seedFirst(open: OpenHouse): Promise<Seeded> {
  const { house } = open
  const known = (await house.store.people.dialogues()).find((each) => !each.demo)
  const dialogue =
    known ??
    (
      await open.create({
        title: format(texts['server.firstDialogue'], 'nl'),
        promise: null,
        startsAt: null,
        endsAt: null,
        demo: false,
        people: works('organiser', format(texts['server.firstOrganiser'], 'nl')),
      })
    ).dialogue
  const people = await house.store.people.people(dialogue.id)
  await keepLinks(house, people)
  const organiser = people.find(({ role }) => role === 'organiser')
  const current = organiser && (await renewed(open, organiser))
  const url = current ? house.links.url(current) : ''
  return {
    links: { organiser: url, facilitator: [], helper: '', participant: [], observer: '' },
    understudies: [],
  }
}
