import type { Documents } from '../documents/documents.ts'
import type { Channel } from '../live/channel.ts'
import type { Sessions } from '../live/sessions.ts'
import type { Media } from '../media/media.ts'
import type { Cluster } from '../nodes/cluster.ts'
import type { Store } from '../store/store.ts'
import { createAdoption, type Adoption } from './adoption.ts'
import { createAgreements, type Agreements } from './agreements.ts'
import { createCouncilPackage, type CouncilPackage } from './councilPackage.ts'
import { createCatchUps, type CatchUps } from './catchUp.ts'
import { createDialogues, type Dialogues } from './dialogues.ts'
import { createEntrance, type Entrance } from './entrance.ts'
import { createErasure, type Erasure } from './erasure.ts'
import { createEvaluations, type Evaluations, type EvaluationToken } from './evaluation.ts'
import type { Links } from './links.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { createKeepPast, type KeepPast } from './past.ts'
import { createPeople, type People } from './people.ts'
import { createPeopleList, type PeopleList } from './peopleList.ts'
import { createPersonFile, type PersonFile } from './personFile.ts'
import { createPost, type Post, type PostInput } from './post.ts'
import { createPublicFiles, type PublicFiles } from './publicFiles.ts'
import { createPublicPage, type PublicPage } from './publicPage.ts'
import { createRetention, type Retention } from './retention.ts'
import { createMentions, type Mentions } from './mentions.ts'
import { createSignOut } from './signOut.ts'
import { createVersions, type Versions } from './versions.ts'

/** What can be done with a dialogue from outside its sessions, by whatever road somebody comes. */
export interface Services {
  dialogues: Dialogues
  people: People
  peopleList: PeopleList
  entrance: Entrance
  agreements: Agreements
  mentions: Mentions
  versions: Versions
  councilPackage: CouncilPackage
  catchUps: CatchUps
  evaluations: Evaluations
  keepPast: KeepPast
  adoption: Adoption
  publicPage: PublicPage
  erasure: Erasure
  personFile: PersonFile
  retention: Retention
  publicFiles: PublicFiles
  invitations: Invitations
  post: Post
  /** To try a line with. */
  lineTrial: Media['trial']
}

export interface ServicesInput {
  store: Store
  media: Media
  documents: Documents
  sessions: Sessions
  channel: Channel
  links: Links
  evaluationToken: EvaluationToken
  /** The other nodes; null: there are none. */
  cluster: Cluster | null
  mail: PostInput['mail']
  phone: string | null
  log: { warn(fields: object, text: string): void }
  now(): number
}

export function createServices(input: ServicesInput): Services {
  const parts = { ...input, signOut: createSignOut(input) }
  const dialogues = createDialogues(parts)
  const evaluations = createEvaluations(input)
  const erasure = createErasure(parts)
  const invitations = createInvitations(input)
  const agreements = createAgreements(input.sessions, input)
  const publicPage = createPublicPage({ ...input, evaluations })
  const people = createPeople(parts)
  return {
    dialogues,
    people,
    peopleList: createPeopleList({ ...input, people }),
    entrance: createEntrance(parts),
    agreements,
    mentions: createMentions({ ...input, agreements }),
    versions: createVersions(input.store, input.sessions),
    councilPackage: createCouncilPackage({ ...input, evaluations }),
    catchUps: createCatchUps(input.store, input.sessions, input.now),
    evaluations,
    keepPast: createKeepPast(input.store),
    adoption: createAdoption(input.sessions),
    publicPage,
    publicFiles: createPublicFiles(publicPage),
    lineTrial: input.media.trial,
    erasure,
    personFile: createPersonFile(input),
    invitations,
    post: createPost({ ...input, invitations }),
    retention: createRetention({ ...input, dialogues, erasure }),
  }
}
