import type { Words } from '../../shared/agreement/canonical.ts'
import type { DialogueEvent } from '../../shared/dialogue/events.ts'
import type { AgreementId, PersonId, SessionId, TableId } from '../../shared/dialogue/model.ts'
import { continueSession } from '../../shared/dialogue/session/create.ts'
import { isoDay, momentOf } from '../../shared/dialogue/session/moment.ts'
import type { PastSession, PastText } from '../dialogues/past.ts'
import { newId } from '../kit/newId.ts'
import { AGREEMENTS } from './agreements.ts'
import { evening, round } from './evening.ts'
import { PROGRAMME } from './programme.ts'
import { sceneOf, type Scene } from './scene.ts'
import { talkOf } from './talk.ts'

/**
 * Two evenings of the practice dialogue, so that the third begins with agreements in every state a table and the harvest give:
 * put forward, agreed, agreed after an objection, with a note, in the set, merged, being written, taken away.
 */

const DAY_MS = 24 * 60 * 60 * 1000
const EVENING_MS = 2 * 60 * 60 * 1000

/** How long before today it begins, in milliseconds. */
export const STORY_MS = 14 * DAY_MS

export interface Past {
  sessions: PastSession[]
  texts: PastText[]
}

interface Written {
  table: TableId
  agreement: AgreementId
  author: PersonId
  /** As they stand in the text in the end. */
  words: Words
}

/** The evening after today: whoever opens their link today can object. */
const objectUntil = (today: number): number => momentOf(isoDay(today + DAY_MS), '20:00') ?? today + DAY_MS

/** `begun`: the first event of the dialogue's first session. */
export function storyOf(begun: DialogueEvent, session: SessionId, today: number): Past {
  const [firstAt, secondAt] = [today - STORY_MS, today - STORY_MS / 2]
  const first = sceneOf(evening(begun, firstAt))
  const early = firstEvening(first)

  const second = newId('ses')
  const goesOn = continueSession(first.state(), { session: second, startsAt: secondAt })
  const later = sceneOf(evening(goesOn, secondAt))
  const written = secondEvening(later, early, objectUntil(today))

  const third = newId('ses')
  const now = continueSession(later.state(), { session: third, startsAt: today })
  return {
    sessions: [
      held(first, session, firstAt),
      held(later, second, secondAt),
      {
        session: third,
        startsAt: today,
        endsAt: today + EVENING_MS,
        steps: [{ at: today, actor: 'system', events: [now] }],
        spoken: [],
      },
    ],
    texts: textsOf(Object.values(written)),
  }
}

const held = (scene: Scene, session: SessionId, startsAt: number): PastSession => ({
  session,
  startsAt,
  endsAt: startsAt + EVENING_MS,
  steps: scene.steps,
  spoken: talkOf(scene),
})

/** One text for everybody who wrote, table by table. */
function textsOf(written: readonly Written[]): PastText[] {
  const texts: PastText[] = []
  for (const { table, agreement, author, words } of written) {
    const own = texts.find((text) => text.table === table && text.person === author)
    if (own) own.words = { ...own.words, [agreement]: words }
    else texts.push({ table, person: author, words: { [agreement]: words } })
  }
  return texts
}

/** Somebody at this table begins an agreement. */
function writes(scene: Scene, at: number, who: number, words: Words): Written {
  const table = scene.tables[at] ?? ''
  const author = scene.peopleAt(table)[who] ?? ''
  const agreement = newId('agr')
  scene.does(author, 'addAgreement', { table, agreement })
  scene.writes(agreement, words, [author])
  return { table, agreement, author, words }
}

/** Getting to know each other, and the first texts. */
function firstEvening(scene: Scene) {
  scene.does(scene.organiser, 'addParts', { parts: PROGRAMME.first })
  scene.toTables()
  const kept = {
    promise: writes(scene, 0, 0, AGREEMENTS.promise),
    early: writes(scene, 1, 0, AGREEMENTS.early),
    answer: writes(scene, 2, 1, AGREEMENTS.answer),
    everybody: writes(scene, 3, 0, AGREEMENTS.everybody),
  }
  scene.back(Object.values(kept))
  scene.does(scene.organiser, 'endSession', {})
  return kept
}

/** The rounds at the tables, and the beginning of the harvest; then people may object from home. */
function secondEvening(scene: Scene, before: ReturnType<typeof firstEvening>, until: number) {
  scene.does(scene.organiser, 'addParts', { parts: PROGRAMME.second })
  scene.toTables()
  const kept = {
    ...before,
    explain: writes(scene, 0, 1, AGREEMENTS.explain),
    person: writes(scene, 1, 1, AGREEMENTS.person),
    money: writes(scene, 2, 0, AGREEMENTS.money),
    plain: writes(scene, 3, 1, AGREEMENTS.plain),
    evaluate: writes(scene, 0, 2, AGREEMENTS.evaluate),
  }
  for (const { agreement, words, author } of Object.values(before)) scene.writes(agreement, words, [author])
  const gone = writes(scene, 3, 2, AGREEMENTS.plain)
  scene.does(gone.author, 'withdrawAgreement', { table: gone.table, agreement: gone.agreement })

  const { promise, explain, answer, everybody, person } = kept
  for (const about of [promise, explain, answer, everybody, person]) agrees(scene, about)
  kept.early = objected(scene, kept.early, AGREEMENTS.earlyAgain)
  kept.money = noted(scene, kept.money, AGREEMENTS.moneyAgain)
  scene.puts(kept.evaluate)
  scene.back(Object.values(kept))
  harvest(scene, kept)
  scene.does(scene.organiser, 'addParts', { parts: PROGRAMME.third })
  scene.does(scene.organiser, 'endSession', {})
  scene.does(scene.organiser, 'allowObjections', { until })
  return kept
}

function agrees(scene: Scene, about: Written): void {
  scene.puts(about)
  round(scene, scene.leaderOf(about.table), about)
  scene.does(scene.leaderOf(about.table), 'closeConsent', { room: about.table })
}

/** One resident objects; all answers are open then, and the round is still to be closed. */
function objects(scene: Scene, about: Written, reason: string): PersonId {
  const person = scene.peopleAt(about.table)[0] ?? ''
  scene.puts(about)
  round(scene, scene.leaderOf(about.table), about, { [person]: { answer: 'objects', reason } })
  return person
}

function rewrites(scene: Scene, about: Written, words: Words): Written {
  const { table, agreement, author } = about
  scene.does(scene.leaderOf(table), 'reviseAgreement', { table, agreement })
  scene.writes(agreement, words, [author, ...scene.peopleAt(table).slice(0, 1)])
  return { ...about, words }
}

function objected(scene: Scene, about: Written, words: Words): Written {
  objects(scene, about, 'Wie werkt, kan zo niet komen. Vraag ons op tijd.')
  scene.does(scene.leaderOf(about.table), 'closeConsent', { room: about.table })
  const again = rewrites(scene, about, words)
  agrees(scene, again)
  return again
}

/** C6: after two rounds the note of who objects goes with it. */
function noted(scene: Scene, about: Written, words: Words): Written {
  const room = about.table
  const leader = scene.leaderOf(room)
  objects(scene, about, 'Wie bepaalt hoeveel geld het is?')
  scene.does(leader, 'closeConsent', { room })
  const again = rewrites(scene, about, words)
  const person = objects(scene, again, 'Het bedrag staat er nog niet bij.')
  scene.does(person, 'noteMinority', {
    room,
    text: 'Wij willen dat het bedrag in de afspraak staat. Anders kan het elk jaar minder worden.',
  })
  scene.does(leader, 'closeConsent', { room })
  return again
}

function harvest(scene: Scene, kept: ReturnType<typeof secondEvening>): void {
  const { promise, early, everybody, answer, person } = kept
  for (const { agreement } of [promise, early, everybody, answer, person])
    scene.does(scene.organiser, 'takeIntoSet', { agreement })
  scene.does(scene.organiser, 'mergeAgreements', {
    from: [answer.agreement, person.agreement],
    ...AGREEMENTS.merged,
    note: 'Dat ook een ander antwoord mag geven als de ambtenaar er niet is.',
  })
  for (const merge of scene.state().harvest.merges)
    for (const table of merge.tables)
      scene.does(scene.leaderOf(table), 'sayMerge', { merge: merge.id, table, yes: true })
}
