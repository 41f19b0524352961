import type { Documents } from '../documents/documents.ts'
import type { Channel } from '../live/channel.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Media } from '../media/media.ts'
import type { Store } from '../store/store.ts'
import { createAdoption, type Adoption } from './adoption.ts'
import { createAgreements, type Agreements } from './agreements.ts'
import { createCouncilPackage, type CouncilPackage } from './councilPackage.ts'
import { createCatchUps, type CatchUps } from './catchUp.ts'
import { createDialogues, type Dialogues } from './dialogues.ts'
import { createEntrance, type Entrance } from './entrance.ts'
import { createEvaluations, type Evaluations, type EvaluationToken } from './evaluation.ts'
import type { Links } from './links.ts'
import { createKeepPast, type KeepPast } from './past.ts'
import { createPeople, type People } from './people.ts'
import { createPublicFiles, type PublicFiles } from './publicFiles.ts'
import { createPublicPage, type PublicPage } from './publicPage.ts'
import { createSignOut } from './signOut.ts'
import { createVersions, type Versions } from './versions.ts'

/** What can be done with a dialogue from outside its sessions, by whatever road somebody comes. */
export interface Services {
  dialogues: Dialogues
  people: People
  entrance: Entrance
  agreements: Agreements
  versions: Versions
  councilPackage: CouncilPackage
  catchUps: CatchUps
  evaluations: Evaluations
  keepPast: KeepPast
  adoption: Adoption
  publicPage: PublicPage
  publicFiles: PublicFiles
}

export interface ServicesInput {
  store: Store
  media: Media
  documents: Documents
  sessions: Sessions
  channel: Channel
  links: Links
  evaluationToken: EvaluationToken
  now(): number
}

export function createServices(input: ServicesInput): Services {
  const parts = { ...input, signOut: createSignOut(input) }
  const publicPage = createPublicPage(input.store, input.sessions, input.now)
  return {
    dialogues: createDialogues(parts),
    people: createPeople(parts),
    entrance: createEntrance(parts),
    agreements: createAgreements(input.sessions, input.documents),
    versions: createVersions(input.store, input.sessions),
    councilPackage: createCouncilPackage(input),
    catchUps: createCatchUps(input.store, input.sessions, input.now),
    evaluations: createEvaluations(input),
    keepPast: createKeepPast(input.store),
    adoption: createAdoption(input.sessions),
    publicPage,
    publicFiles: createPublicFiles(publicPage),
  }
}
