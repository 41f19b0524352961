import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { apply } from '../../shared/dialogue/apply.ts'
import { emptySession } from '../../shared/dialogue/emptySession.ts'
import { project, redact, scopeChanged } from '../../shared/dialogue/project.ts'
import type { RecordedEvent } from '../../shared/dialogue/events.ts'
import type { SessionState } from '../../shared/dialogue/model.ts'
import { receive } from '../../shared/channel/receive.ts'
import type { ServerFrame } from '../../shared/protocol.ts'
import { broadcast, type Step, type Viewer } from '../../server/live/viewers.ts'
import { emptyStore, type SessionStore } from '../../shared/channel/store.ts'
import { always, RUNS } from './support/always.ts'
import { anySteps, run } from './support/random.ts'
import { PEOPLE } from './support/world.ts'

/** What each viewer gets, in random sessions of seventeen people. */
const VIEWERS = [...PEOPLE.map(({ id }) => id), 'nobody']

/** What a viewer may see of a state, made once a state: the end of one step is the beginning of the next. */
const views = new WeakMap<SessionState, Map<string, SessionState>>()
function viewOf(state: SessionState, viewer: string): SessionState {
  const made = views.get(state) ?? new Map<string, SessionState>()
  views.set(state, made)
  const view = made.get(viewer) ?? project(state, viewer)
  made.set(viewer, view)
  return view
}

test('[F1] the order of the hands is the same for everybody who follows the room', () =>
  always(({ after: { state }, lines }) => {
    if (lines.length === 0) return
    for (const viewer of VIEWERS) {
      for (const [room, floor] of Object.entries(project(state, viewer).floors)) {
        const whole = state.floors[room]
        if (isDeepStrictEqual([floor.queue, floor.turn?.id], [whole?.queue, whole?.turn?.id])) continue
        expect.fail(`${viewer} sees another order in ${room}`)
      }
    }
  }))

test('what a viewer may see, folded on, is what they may see of the whole', () =>
  always(({ before, after, lines }) => {
    let state = before.state
    for (const line of lines) {
      const next = line === lines.at(-1) ? after.state : apply(state, line)
      for (const viewer of VIEWERS) checkViewer(state, next, line, viewer)
      state = next
    }
  }))

function checkViewer(before: SessionState, after: SessionState, line: RecordedEvent, viewer: string): void {
  const seen = redact(line, before, after, viewer)
  expect(seen.seq).toBe(line.seq)
  if (scopeChanged(before, after, viewer)) return
  const folded = apply(viewOf(before, viewer), seen)
  if (isDeepStrictEqual(folded, viewOf(after, viewer))) return
  expect(folded, `${viewer} at ${line.event.type}`).toEqual(viewOf(after, viewer))
}

test('[C2] no answer and no reason reaches anybody but its writer before they are opened', () =>
  always(({ before, after, lines }) => {
    let state = before.state
    for (const line of lines) {
      const next = apply(state, line)
      // the answer given under a seal is the one event that carries one
      for (const viewer of line.event.type === 'ConsentAnswered' ? VIEWERS : []) {
        const { event } = redact(line, state, next, viewer)
        if (event.type !== 'ConsentAnswered' || event.person === viewer) continue
        expect(event).toMatchObject({ answer: null, reason: '' })
      }
      state = next
    }
    if (lines.length === 0) return
    for (const viewer of VIEWERS) {
      for (const { consent, lastConsent } of Object.values(project(after.state, viewer).floors)) {
        const sealed = consent?.step === 'open' ? [] : (consent?.answers ?? [])
        for (const { person } of [...sealed, ...(lastConsent?.unopened ?? [])]) expect(person).toBe(viewer)
      }
    }
  }))

/** A browser that follows a session from its beginning, through the frames it is really sent. */
function browser(person: string, state: SessionState) {
  let store: SessionStore = { ...emptyStore, state: project(state, person) }
  const viewer: Viewer = {
    person,
    seq: state.seq,
    send(frame) {
      const received = receive(store, JSON.parse(JSON.stringify(frame)) as ServerFrame)
      if (received === 'gap') return expect.fail(`${person} has a gap`)
      store = { ...store, ...received }
    },
    close: () => undefined,
  }
  return { viewer, state: () => store.state }
}

/** What `run` made happen, line by line. */
const stepsOf = (sessions: ReturnType<typeof run>): Step[] =>
  sessions.flatMap(({ before: { state }, lines }) => {
    let before = state
    return lines.map((recorded): Step => {
      const step = { recorded, before, after: apply(before, recorded) }
      before = step.after
      return step
    })
  })

const written = (view: unknown): unknown => JSON.parse(JSON.stringify(view))

test('what a browser has, whatever it was told together, is what it would get anew', () =>
  fc.assert(
    fc.property(anySteps(60), fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (random, sizes) => {
      const steps = stepsOf(run(random))
      const first = steps[0]?.before
      const browsers = first ? VIEWERS.map((person) => browser(person, first)) : []
      while (steps.length > 0) {
        const together = steps.splice(0, sizes.next().value ?? 1)
        broadcast(
          browsers.map(({ viewer }) => viewer),
          together,
        )
        for (const { viewer, state } of browsers) {
          const anew = written(project(together.at(-1)?.after ?? emptySession, viewer.person))
          if (!isDeepStrictEqual(written(state()), anew)) expect(state(), viewer.person).toEqual(anew)
        }
      }
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 3) },
  ))
