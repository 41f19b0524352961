import { lazy, Suspense, useEffect, useState } from 'react'
import type { MeReply } from '../../shared/protocol.ts'
import { liveUrl, startSession, takeOver } from '../session/socket.ts'
import { useSession } from '../session/store.ts'
import { useT } from '../ui/text.tsx'
import { ErrorPage, troubleOf } from './ErrorPage.tsx'
import { QuietPage } from './QuietPage.tsx'
import { screenFor } from './screens.ts'
import { useEntry } from './entry.ts'

const loadReady = () => import('../join/Ready.tsx')
const loadRoom = () => import('./InRoom.tsx')
const DeviceCheck = lazy(() => import('../join/DeviceCheck.tsx'))
const Ready = lazy(loadReady)
const InRoom = lazy(loadRoom)
const HelperList = lazy(() => import('../help/HelperList.tsx'))

/** A slow start is normal; after this long it is said. */
const LONG_MS = 4_000

/** Between two questions while the server does not answer. */
const AGAIN_MS = 3_000

/** The page of one person: connects, then shows the screen that goes with role, phase and the steps already taken. */
export default function SessionPage({ base, person }: { base: string; person: string }) {
  useEffect(() => startSession(liveUrl(location, base, person)), [base, person])
  const connection = useSession((session) => session.connection)
  const closed = useSession((session) => session.closed)
  useAbout(`${base}/p/${person}/api/me`, connection !== 'closed')
  if (connection === 'closed') return <ErrorPage code={troubleOf(closed)} onUse={takeOver} />
  return (
    <Suspense fallback={null}>
      <Screen person={person} />
    </Suspense>
  )
}

/** The session works without it, but no text opens: so it is asked until it is there. */
function useAbout(url: string, open: boolean): void {
  const wanted = useSession((session) => session.about === null) && open
  useEffect(() => {
    if (!wanted) return
    const ask = async (): Promise<void> => {
      const reply = await fetch(url)
      if (reply.ok) useSession.setState({ about: (await reply.json()) as MeReply })
    }
    const attempt = (): void => void ask().catch(() => undefined)
    attempt()
    const timer = setInterval(attempt, AGAIN_MS)
    return () => clearInterval(timer)
  }, [url, wanted])
}

function Screen({ person }: { person: string }) {
  const entry = useEntry(person)
  const role = useSession(({ state, me }) => state?.people[me]?.role)
  const phase = useSession(({ state }) => state?.phase.name)
  useLoadedAhead(role !== undefined && role !== 'helper')
  if (!role || !phase) return <Connecting />
  switch (screenFor(role, phase, entry.step)) {
    case 'helper':
      return <HelperList />
    case 'check':
      return <DeviceCheck canSkip={role === 'facilitator'} onDone={entry.checked} />
    case 'ready':
      return <Ready entered={entry.step === 'in'} onCheck={entry.checkAgain} onEnter={entry.enter} />
    case 'room':
      return <InRoom choice={entry.choice} />
  }
}

/** While one looks into the camera the next screens are fetched, so that the way in has no empty moments. */
function useLoadedAhead(wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return
    void loadReady()
    void loadRoom().then(({ loadPlaces }) => loadPlaces())
  }, [wanted])
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
      <div className="stack" role="status">
        <h1>{t('app.connecting')}</h1>
        {long ? <p className="large">{t('app.connectingLong')}</p> : null}
      </div>
    </QuietPage>
  )
}
