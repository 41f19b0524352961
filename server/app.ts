import type { Router } from 'express'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { createEvaluationToken } from './dialogues/evaluation.ts'
import { createLinks } from './dialogues/links.ts'
import { createServices, type Services } from './dialogues/services.ts'
import { createVisitors } from './dialogues/visitors.ts'
import type { Documents } from './documents/documents.ts'
import { createReadiness, type Readiness } from './health/readiness.ts'
import type { Outside } from './http/outside.ts'
import { createRouter } from './http/router.ts'
import type { MetricsAccess } from './http/metrics.ts'
import { createUpgrade } from './http/upgrade.ts'
import { createChannel } from './live/channel.ts'
import { UNCOUNTED } from './kit/counts.ts'
import { serverClock } from './kit/serverClock.ts'
import { createNightly, type Nightly } from './keeping/nightly.ts'
import type { Patience } from './live/quiet.ts'
import { createSessions, type Sessions } from './live/sessions.ts'
import { createMailer, type MailSettings } from './mail/mailer.ts'
import type { Media } from './media/media.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Cluster } from './nodes/cluster.ts'
import type { Store } from './store/store.ts'

export interface AppInput {
  outside: Outside
  /** Secret of this instance, from which all links follow; at least 32 characters. */
  instanceKey: string
  store: Store
  media: Media
  documents: Documents
  log: Logger
  /** The nodes of this instance. Left out: there is one. */
  cluster?: Cluster | undefined
  /** Left out: people get letters. */
  mail?: MailSettings
  now?: () => number
  /** How long a session stays open that nobody needs. */
  patience?: Patience
  /** Where the database's files are, when they are on this machine. */
  data?: string
  /** What is counted, and who may read it; left out: nothing and nobody. */
  figures?: { metrics: Metrics; access: MetricsAccess }
}

/** The server's parts, wired. */
export interface App {
  services: Services
  sessions: Sessions
  router: Router
  /** False, and nothing touched, for addresses that are not ours. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** What is missing now. */
  readiness(): Promise<Readiness>
  nightly: Nightly
  close(): Promise<void>
}

/** Wire the parts together and open every session that is under way; the others wait until somebody comes. */
export async function openApp(input: AppInput): Promise<App> {
  const { store, media, documents, log, now = serverClock.now, figures, cluster = null } = input
  const counts = figures?.metrics.counts ?? UNCOUNTED
  const outside = { ...input.outside, mails: input.mail !== undefined }
  const links = createLinks(input.instanceKey, `${outside.publicUrl}${outside.basePath}`)
  const sessions = createSessions({ store, media, documents, log, now, counts, cluster }, input.patience)
  const visitors = createVisitors(store, sessions, documents)
  const channel = createChannel({
    media,
    log,
    now,
    valid: visitors.stands,
    validNow: visitors.standsNow,
    counts,
    cluster,
    store,
  })
  const evaluationToken = createEvaluationToken(input.instanceKey)
  const services = createServices({
    store,
    media,
    documents,
    sessions,
    channel,
    links,
    evaluationToken,
    cluster,
    mail: input.mail ? { mailer: createMailer(input.mail), from: input.mail.from } : null,
    phone: input.outside.phone ?? null,
    log,
    now,
  })
  const nightly = createNightly({ store, log, now })
  const unsound = () => nightly.last()?.wrong.length ?? 0
  const readiness = createReadiness({
    condition: () => store.condition(),
    mediaAvailable: () => media.available(),
    unsound,
    data: input.data,
  })
  figures?.metrics.watch({
    sessions: sessions.count,
    connected: channel.connected,
    pool: store.load,
    mediaAvailable: media.available,
    unsound,
  })
  await sessions.wake()
  await services.people.keepCodes()
  const stopKeeping = services.retention.keepUp()
  const stopPost = services.post.keepUp()
  const stopNights = nightly.keepUp()
  return {
    services,
    sessions,
    router: createRouter({ ...services, outside, visitors, readiness, figures, log }),
    readiness,
    nightly,
    upgrade: createUpgrade({ outside, visitors, sessions, channel, documents, log }),
    async close() {
      await stopKeeping()
      await stopPost()
      channel.close()
      await sessions.close()
      await cluster?.close()
      await documents.close()
      await media.close()
      // it may be looking through everything: what people did goes before
      await stopNights()
      await store.close()
    },
  }
}
