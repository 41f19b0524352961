import { createHash, createHmac } from 'node:crypto'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { openApp, type App } from './app.ts'
import type { Bus } from './bus/bus.ts'
import { createRedisBus } from './bus/redis.ts'
import type { DialogueId, SessionId } from '../shared/dialogue/model.ts'
import { createDocuments } from './documents/server.ts'
import type { MetricsAccess } from './http/metrics.ts'
import type { Outside } from './http/outside.ts'
import { errorText } from './kit/errorText.ts'
import { createLog } from './log.ts'
import type { MailSettings } from './mail/mailer.ts'
import { createLiveKitMedia } from './media/livekit.ts'
import { shareLeases } from './media/sharedLeases.ts'
import { createMetrics } from './metrics/metrics.ts'
import { joinCluster } from './nodes/cluster.ts'
import { createStore } from './store/connection.ts'
import { becomeOnlyNode } from './store/onlyNode.ts'

export interface DialogueOptions {
  /** Path it is mounted under, such as '/dialoog'; '' or left out for the whole site. */
  basePath?: string
  /** Origin people type, without the base path. */
  publicUrl: string
  /** PostgreSQL connection string; everything of ours lives in a schema `dialoogtafel`. */
  database: string
  /** The LiveKit server. `publicUrl` when browsers reach it at another address than we do. */
  sfu: { url: string; publicUrl?: string; apiKey: string; apiSecret: string }
  /**
   * From which all personal links follow; at least 32 random characters, the same at every start. Left out, it follows from
   * the SFU's secret: links then change with that secret.
   */
  instanceKey?: string
  /** Who is this? Replaces links and cookies where the host already knows; `person` is an id of ours. */
  identify?: Outside['identify']
  /** Pages that may show ours in a frame, such as "https://voorbeeld.nl". */
  frameAncestors?: string[]
  clientDir?: string
  /** How invitations are mailed. Left out: the organiser prints letters. */
  mail?: MailSettings
  /** Telephone number for help, as people read it: in letters, in mails and where a link does not work. */
  phone?: string
  log?: Logger
  /** Where several nodes on one database tell one another what happens, for all of them the same. Left out: this is the only one. */
  redis?: string | undefined
  /**
   * Another process has begun to serve from this database: this one must end, or each would put the other's people out
   * of their rooms. Left out, the process ends itself.
   */
  onTakenOver?: (error: Error) => void
  /** Where the database's files are, when they are on this machine: its disk is watched. */
  data?: string
  /** Who may read the figures at `/metrics`; left out: nothing is counted and nobody may. */
  metrics?: MetricsAccess
  /** The practice dialogue, on somebody's own computer only. */
  demo?: boolean
}

/** Built beside the server's own JavaScript, or from the sources. */
const CLIENT = fileURLToPath(
  new URL(extname(import.meta.url) === '.ts' ? '../dist/client' : '../../client', import.meta.url),
)

/** Everything wired, on a database of one's own. Rejects as `createDialogue` does. */
export async function openDialogue(options: DialogueOptions): Promise<App> {
  const { log = createLog() } = options
  const lost = (error: Error) => {
    log.fatal({ error: errorText(error) }, 'another process serves from this database')
    if (options.onTakenOver) options.onTakenOver(error)
    else process.exit(1)
  }
  const place = await becomeOnlyNode(options.database, lost, options.redis === undefined ? 'alone' : 'shared')
  try {
    const open = await furnish(options, log)
    return {
      ...open,
      async close() {
        await open.close()
        await place.release()
      },
    }
  } catch (error) {
    await place.release()
    throw error
  }
}

async function furnish(options: DialogueOptions, log: Logger): Promise<App> {
  const { sfu } = options
  const basePath = (options.basePath ?? '').replace(/\/+$/, '')
  const outside: Outside = {
    basePath,
    publicUrl: new URL(options.publicUrl).origin,
    sfuUrls: [sfu.publicUrl ?? sfu.url],
    frameAncestors: options.frameAncestors ?? [],
    clientDir: options.clientDir ?? CLIENT,
    demo: options.demo ?? false,
    identify: options.identify,
    phone: options.phone,
  }
  const store = await createStore({
    url: options.database,
    onTrouble: (error) => log.warn({ error: errorText(error) }, 'a connection to the database broke'),
  })
  const instanceKey = options.instanceKey ?? derivedKey(sfu.apiSecret)
  const bus = options.redis === undefined ? undefined : busOver(options.redis, instanceKey, log)
  const shared = bus && shareLeases(store.mediaLeases, bus)
  const ledElsewhere = bus && ((session: SessionId) => store.nodes.ledElsewhere(bus.node, session))
  const media = await createLiveKitMedia({ sfu, mediaRooms: store.mediaRooms, log, shared, ledElsewhere })
  const metrics = options.metrics && createMetrics()
  const cluster = bus && (await joinCluster({ store: store.nodes, bus, log }))
  // what somebody may do with a text follows from events that may come in at any node
  const upToDate = (dialogue: DialogueId) => open.sessions.upToDate(dialogue)
  const documents = createDocuments({
    store: store.documents,
    log,
    counts: metrics?.counts,
    ...(cluster && { cluster, upToDate }),
  })
  const open = await openApp({
    outside,
    instanceKey,
    store,
    media,
    documents,
    mail: options.mail,
    data: options.data,
    figures: options.metrics && metrics && { metrics, access: options.metrics },
    log,
    cluster,
  })
  return {
    ...open,
    async close() {
      await open.close()
      await bus?.close()
    },
  }
}

/** What happens at one node reaches the others at once; while Redis is away it does within a second or two. */
function busOver(url: string, instanceKey: string, log: Logger): Bus {
  return createRedisBus({
    url,
    instance: createHash('sha256').update(instanceKey).digest('hex').slice(0, 16),
    onChange: (available) =>
      available
        ? log.info({}, 'Redis answers')
        : log.warn({}, 'Redis does not answer; what happens at other nodes is seen a moment later'),
  })
}

const derivedKey = (secret: string): string =>
  createHmac('sha256', secret).update('dialoogtafel instance key').digest('base64url')
