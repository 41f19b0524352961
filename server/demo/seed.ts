import { ROLES, type Group } from '../../shared/dialogue/model.ts'
import { format } from '../../shared/messages/format.ts'
import { server as texts } from '../../shared/messages/server.ts'
import { words } from '../../shared/messages/words.ts'
import type { App } from '../app.ts'
import type { Made } from '../dialogues/dialogues.ts'
import type { NewPerson } from '../dialogues/people.ts'
import type { Services } from '../dialogues/services.ts'
import type { DialogueRow, PersonRow } from '../store/store.ts'
import { STORY_MS, storyOf } from './story.ts'

const TITLE = '10 afspraken over burgerparticipatie'
const PROMISE =
  'De raad neemt de afspraken over zoals ze hier zijn opgeschreven. Wijkt de raad af, dan legt hij aan u uit waarom.'

const sits = (group: Group, names: string[], details: Record<string, string> = {}): NewPerson[] =>
  names.map((name) => ({ name, role: 'participant', group, detail: details[name] ?? null }))
const works = (role: NewPerson['role'], ...names: string[]): NewPerson[] =>
  names.map((name) => ({ name, role, group: null, detail: null }))

/** Invented people: eight residents, two of the college, three of the council, three civil servants, and who makes it work, up to the clerk of the council. */
const PEOPLE: NewPerson[] = [
  ...sits('inwoner', ['Riet', 'Mehmet', 'Anna', 'Joke', 'Kofi', 'Fatima', 'Henk', 'Lotte']),
  ...sits('college', ['Willem', 'Sandra'], { Willem: 'wethouder', Sandra: 'burgemeester' }),
  ...sits('raad', ['Samira', 'Jeroen', 'Yusuf']),
  ...sits('ambtenaar', ['Pieter', 'Ngoc', 'Ineke']),
  ...works('facilitator', 'Bram', 'Els', 'Dirk', 'Hanna'),
  ...works('organiser', 'Saskia'),
  ...works('helper', 'Tom'),
  ...works('observer', 'Nel'),
  ...works('clerk', 'Marijke'),
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
type Seed = Pick<App, 'services' | 'sessions'>

/** How the roles are called where the links are printed. */
export const ROLE_NAMES = Object.fromEntries(ROLES.map((role) => [role, format(words[`role.${role}`], 'nl')]))

export interface DemoWishes {
  /** The plenary begins by itself. */
  voices: boolean
  /** Two evenings went before. */
  past: boolean
}

/** The practice dialogue: made once, the same people and links at every start. */
export async function seedDemo({ services, sessions }: Seed, wishes: DemoWishes): Promise<Seeded> {
  const { dialogues, people } = services
  const known = (await dialogues.all()).find((each) => each.demo)
  const dialogue = known ?? (await makeDemo({ services, sessions }, wishes))
  const rows = await people.rows(dialogue.id)
  await people.keepLinks(rows)
  const session = await sessions.of(dialogue.id)
  if (wishes.voices && session?.state().phase.name === 'lobby') {
    await session.run({ actor: 'system', command: { type: 'openPlenary', payload: {} }, commandId: null })
  }
  return printed(rows, people.url)
}

async function makeDemo({ services, sessions }: Seed, { past }: DemoWishes): Promise<DialogueRow> {
  const today = Date.now()
  const made = await services.dialogues.make({
    title: TITLE,
    promise: PROMISE,
    startsAt: null,
    endsAt: null,
    demo: true,
    people: PEOPLE,
    ...(past ? { madeAt: today - STORY_MS } : {}),
  })
  if (past) await keepStory(services, made, today)
  const session = await sessions.of(made.dialogue.id)
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

async function keepStory({ keepPast }: Services, { dialogue, begun }: Made, today: number): Promise<void> {
  const past = storyOf(begun, dialogue.session, today)
  await keepPast(dialogue, past.sessions, past.texts)
}

function printed(people: readonly PersonRow[], url: (person: PersonRow) => string): Seeded {
  const participants = people.filter(({ role }) => role === 'participant')
  const urls = (role: string) => people.filter((each) => each.role === role).map(url)
  const shown = participants.filter(({ name }) => PRINTED.has(name))
  return {
    links: {
      organiser: urls('organiser')[0] ?? '',
      facilitator: urls('facilitator'),
      helper: urls('helper')[0] ?? '',
      participant: shown.map(url),
      observer: urls('observer')[0] ?? '',
    },
    understudies: participants
      .filter((each) => !shown.includes(each))
      .map((each) => ({ person: each.id, name: each.name, role: each.role, url: url(each) })),
  }
}

/** Without the demonstration: the first organiser and an empty dialogue to begin with. Made once. */
export async function seedFirst({ services }: Seed): Promise<Seeded> {
  const { dialogues, people } = services
  const known = (await dialogues.all()).find((each) => !each.demo)
  const dialogue = known ?? (await makeFirst(services))
  const rows = await people.rows(dialogue.id)
  await people.keepLinks(rows)
  const organiser = rows.find(({ role }) => role === 'organiser')
  const url = organiser ? people.url(organiser) : ''
  return {
    links: { organiser: url, facilitator: [], helper: '', participant: [], observer: '' },
    understudies: [],
  }
}

async function makeFirst({ dialogues }: Services): Promise<DialogueRow> {
  const made = await dialogues.make({
    title: format(texts['server.firstDialogue'], 'nl'),
    promise: null,
    startsAt: null,
    endsAt: null,
    demo: false,
    people: works('organiser', format(texts['server.firstOrganiser'], 'nl')),
  })
  return made.dialogue
}
