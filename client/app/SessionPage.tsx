import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { createDialogueClient, type DialogueClient } from '../core/dialogueClient.ts'
import { DialogueProvider, useDialogue } from '../hooks/DialogueProvider.tsx'
import { useCallApart } from '../hooks/useCallApart.ts'
import { useSession } from '../hooks/useSession.ts'
import { ApartSound, OwnCall } from '../parts/help/later.ts'
import { later } from '../parts/ui/later.tsx'
import { tNow, useLocale, useT } from '../parts/ui/text.tsx'
import { withWords } from '../parts/ui/withWords.ts'
import { ErrorPage, troubleOf } from './ErrorPage.tsx'
import { useEntry } from './join/entry.ts'
import { comesInSteps, screenFor } from './join/screens.ts'
import { useBefore } from './join/useBefore.ts'
import { wasLineTestAsked } from './join/wantsLineTest.ts'
import { withBetweenWords } from '../parts/between/later.ts'
import { Clerk, loadPlaces } from './places.ts'
import { QuietPage } from './shell/QuietPage.tsx'

const lineWords = async () => (await import('../../shared/messages/line.ts')).line
const helperWords = async () => (await import('../../shared/messages/helper.ts')).helper

/** Until one is in. */
const BEFORE = { whole: true }

const DeviceCheck = later(async () => (await import('./join/DeviceCheck.tsx')).DeviceCheck, BEFORE)
const LineTest = later(
  async () => (await withWords(import('./join/LineTest.tsx'), lineWords())).LineTest,
  BEFORE,
)
const Ready = later(async () => (await import('./join/Ready.tsx')).Ready, BEFORE)
const InRoom = later(async () => (await import('./InRoom.tsx')).InRoom, BEFORE)
const Between = later(async () => (await withBetweenWords(import('./join/Between.tsx'))).Between, BEFORE)
const HelperList = later(
  async () => (await withWords(import('./help/HelperList.tsx'), lineWords(), helperWords())).HelperList,
)

/** A slow start is normal; after this long it is said. */
const LONG_MS = 4_000

/** The page of one person: connects, then shows the screen that goes with role, phase and the steps already taken. */
export function SessionPage({ base, person }: { base: string; person: string }) {
  const client = useClient(new URL(`${base}/p/${person}/`, location.href).href)
  useLeavingAsks(client)
  if (!client) return null
  return (
    <DialogueProvider client={client}>
      <Connected person={person} />
    </DialogueProvider>
  )
}

/** One client for as long as the page is there. */
function useClient(url: string): DialogueClient | null {
  const [opening] = useState(() => whileShown(url))
  return useSyncExternalStore(opening.subscribe, opening.getState)
}

/**
 * Opened once the page stands, and closed when it goes. Never while drawing: React may throw a drawing away and begin anew, and
 * the line of the first would then hold the place of this person.
 */
function whileShown(url: string) {
  let client: DialogueClient | null = null
  return {
    getState: () => client,
    subscribe(listener: () => void) {
      const opened = clientOf(url)
      client = opened
      listener()
      return () => {
        client = null
        opened.close()
      }
    },
  }
}

const clientOf = (url: string) =>
  createDialogueClient({
    url,
    locale: () => useLocale.getState().locale,
    notSent: () => tNow('app.notSent'),
    reload: () => location.reload(),
  })

/** Leaving the page while something is not stored asks first. */
function useLeavingAsks(client: DialogueClient | null): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => client?.texts.unsaved() && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [client])
}

function Connected({ person }: { person: string }) {
  const { session } = useDialogue()
  const connection = useSession((known) => known.connection)
  const closed = useSession((known) => known.closed)
  if (connection === 'closed') return <ErrorPage code={troubleOf(closed)} onUse={session.takeOver} />
  return (
    <>
      <Suspense fallback={null}>
        <Screen person={person} />
      </Suspense>
      <Apart />
    </>
  )
}

/** What goes on with a helper, whatever the screen. The helper's own has the sound from the beginning: their press opens the talk. */
function Apart() {
  const asks = useSession(({ state, me }) => state?.help.some(({ person }) => person === me) ?? false)
  const isApart = useCallApart() !== null
  const isHelper = useSession(({ state, me }) => state?.people[me]?.role === 'helper')
  return (
    <Suspense fallback={null}>
      {isApart || isHelper ? <ApartSound /> : null}
      {asks ? <OwnCall /> : null}
    </Suspense>
  )
}

function Screen({ person }: { person: string }) {
  const entry = useEntry(person)
  const role = useSession(({ state, me }) => state?.people[me]?.role)
  const phase = useSession(({ state }) => state?.phase.name)
  const before = useBefore(entry)
  const [testing, setTesting] = useState(wasLineTestAsked)
  useLoadedAhead(role !== undefined && role !== 'helper' && role !== 'clerk')
  if (!role || !phase) return <Connecting />
  if (testing && comesInSteps(role) && phase !== 'ended') return <LineTest onDone={() => setTesting(false)} />
  switch (screenFor(role, phase, entry.step, before.unread)) {
    case 'helper':
      return <HelperList />
    case 'clerk':
      return <Clerk />
    case 'between':
      return <Between onGoOn={before.goOn} />
    case 'check':
      return <DeviceCheck canSkip={role === 'facilitator'} onDone={entry.checked} onRead={before.onRead} />
    case 'ready':
      return (
        <Ready
          entered={entry.step === 'in'}
          onCheck={entry.checkAgain}
          onTest={() => setTesting(true)}
          onEnter={entry.enter}
          onRead={before.onRead}
        />
      )
    case 'room':
      return <InRoom choice={entry.choice} />
  }
}

/** The next screens are fetched meanwhile, so that the way in has no empty moments: the check while the line is opened, the rest while one looks into the camera. */
function useLoadedAhead(wanted: boolean): void {
  const client = useDialogue()
  useEffect(() => void DeviceCheck.ahead(), [])
  useEffect(() => {
    if (!wanted) return
    void Ready.ahead()
    void InRoom.ahead()
    void loadPlaces(client)
  }, [client, wanted])
}

function Connecting() {
  const t = useT()
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <QuietPage title={t('app.connecting')}>
      <div className="dt-stack" role="status">
        <h1>{t('app.connecting')}</h1>
        {long ? <p className="dt-large">{t('app.connectingLong')}</p> : null}
      </div>
    </QuietPage>
  )
}
