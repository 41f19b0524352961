import type { DialogueId, SessionId } from '../../shared/dialogue/model.ts'
import { CLOSE } from '../../shared/protocol.ts'
import type { Cluster } from '../nodes/cluster.ts'
import { APPENDED, MISSED, OPENED, PRESENT, RENEWED } from '../nodes/topics.ts'
import type { Head } from '../store/nodeStore.ts'
import type { DialogueRow } from '../store/store.ts'
import { MOMENT } from './moments.ts'
import type { Openings } from './openings.ts'
import { COME_BACK, type LiveSession } from './session.ts'

/** Nobody waits longer than this for a node that changes a dialogue and does not tell that it is done. */
const CHANGING_MS = 10_000

/** The sessions of this node that may be open at others too, kept as one with those. */
export interface Together {
  /** The session as the database has it now, which may be a further one, or none. Rejects when the database does not answer. */
  upToDate(session: LiveSession): Promise<LiveSession | null>
  /** While `work` changes what is stored of this dialogue the other nodes let nobody in. */
  apart<T>(dialogue: DialogueId, code: number, work: () => Promise<T>): Promise<T>
  /** Those of these that no node has open and that were not closed because nobody needs them. */
  unled(underWay: readonly DialogueRow[]): Promise<DialogueId[]>
  close(): void
}

/** All that was ever measured is read for it. */
const MEASURED_ROUNDS = 5
/** What was just measured is stored a moment after it was told: the second time it is there. */
const READINGS = 2

const nameOf = ({ dialogue }: LiveSession) => dialogue.session

export function keepTogether({ bus, store, rounds }: Cluster, openings: Openings): Together {
  const { all, named } = openings
  const stops: (() => void)[] = []
  /** Sessions of which hints were lost, and how often what was measured in them is still to be read. */
  const missed = new Map<SessionId, number>()
  /** How to go on with a dialogue that another node is changing. */
  const changing = new Map<DialogueId, () => void>()

  async function follow(session: LiveSession, head: Head | undefined): Promise<void> {
    if (!head) await openings.end(session, CLOSE.ended)
    else if (head.current !== nameOf(session)) await openings.renew(session.dialogue.id, COME_BACK)
    else await session.reach(head.seq)
  }

  async function look(): Promise<void> {
    const open = all()
    const names = open.map(nameOf)
    const [heads, marks] = await Promise.all([store.heads(names), store.presenceMarks(bus.node, names)])
    const lookAt = async (session: LiveSession) => {
      const name = nameOf(session)
      // it may have been closed meanwhile
      if (named(name) !== session) return
      await session.presence?.look(marks.filter((mark) => mark.session === name))
      const head = heads.find((one) => one.session === name)
      await follow(session, head)
    }
    // what is wrong with one must not stop the look at the others
    await Promise.all(open.map(lookAt))
  }

  /** What the listener hears at the node that leads is told as it comes; where that was missed it is read, as it is stored. */
  async function lookWhatWasMeasured(): Promise<void> {
    if (!bus.available()) for (const session of all()) missed.set(nameOf(session), READINGS)
    for (const [name, left] of missed) {
      if (left > 1) missed.set(name, left - 1)
      else missed.delete(name)
      const session = named(name)
      if (!session) continue
      if (!session.leads()) await session.readMeasured()
      bus.publish(MISSED, { session: name })
    }
  }

  function letOut(dialogue: DialogueId, code: number) {
    if (!all().some((session) => session.dialogue.id === dialogue)) return
    const changed = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, CHANGING_MS)
      changing.set(dialogue, () => {
        clearTimeout(timer)
        resolve()
      })
    })
    openings.renew(dialogue, code, () => changed).catch(() => undefined)
  }

  function letIn(dialogue: DialogueId) {
    changing.get(dialogue)?.()
    changing.delete(dialogue)
  }

  stops.push(
    rounds.each(look),
    rounds.each(lookWhatWasMeasured, MEASURED_ROUNDS),
    bus.subscribe(
      APPENDED,
      ({ session, seq }) =>
        void named(session)
          ?.reach(seq)
          .catch(() => undefined),
    ),
    bus.subscribe(PRESENT, ({ session, version, people }, node) =>
      named(session)?.presence?.hear(node, version, people),
    ),
    bus.subscribe(MOMENT, (moment) => {
      if (named(moment.session)?.hear(moment) === false) missed.set(moment.session, READINGS)
    }),
    bus.subscribe(OPENED, ({ session }) => named(session)?.tellAgain()),
    bus.subscribe(MISSED, ({ session: name }) => {
      const session = named(name)
      if (session?.leads()) session.tellAgain()
      else session?.tellLinesAgain()
    }),
    bus.subscribe(RENEWED, ({ dialogue, what, code }) =>
      what === 'out' ? letOut(dialogue, code) : letIn(dialogue),
    ),
  )

  return {
    async upToDate(session) {
      const [head] = await store.heads([nameOf(session)])
      await follow(session, head)
      // another one where the dialogue has gone on, or its log was written anew
      return head ? openings.of(session.dialogue.id) : null
    },
    async apart(dialogue, code, work) {
      bus.publish(RENEWED, { dialogue, what: 'out', code })
      try {
        return await work()
      } finally {
        bus.publish(RENEWED, { dialogue, what: 'back', code })
      }
    },
    async unled(underWay) {
      const away = underWay.filter(({ session }) => !named(session))
      const lookedAfter = await store.lookedAfter(away.map(({ session }) => session))
      return away.filter(({ session }) => !lookedAfter.includes(session)).map(({ id }) => id)
    },
    close() {
      for (const stop of stops) stop()
      for (const goOn of changing.values()) goOn()
    },
  }
}
