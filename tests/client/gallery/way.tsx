import type { ReactElement } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { ErrorPage } from '../../../client/app/ErrorPage.tsx'
import { DeviceCheck } from '../../../client/app/join/DeviceCheck.tsx'
import { LinkPage } from '../../../client/app/join/LinkPage.tsx'
import { Ready } from '../../../client/app/join/Ready.tsx'
import { DialogueProvider } from '../../../client/hooks/DialogueProvider.tsx'
import { Announcer } from '../../../client/parts/ui/Announcer.tsx'
import { startLanguage, withArabicOfSession } from '../../../client/parts/ui/language.ts'
import { ToastRegion } from '../../../client/parts/ui/Toast.tsx'
import { clientWith } from '../support/client.ts'
import { hall, idOf, NOW } from '../support/hall.ts'
import { renamed } from './renamed.ts'
import type { WayState } from './wayStates.ts'
import '../support/words.ts'
import '../../../client/parts/ui/base.css'
import '../../../client/parts/ui/parts.css'

/** `way.html?state=link&lang=ar`: one page on the way in. */
const asked = new URLSearchParams(location.search)
const name = asked.get('names') ?? 'Riet'
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
localStorage.clear()
await withArabicOfSession()
await startLanguage()

const nothing = () => undefined
const link = {
  title: 'Samen over de straat',
  date: Date.UTC(2026, 10, 24, 18, 30),
  name,
  role: 'participant' as const,
  canRename: false,
  inUse: false,
  inside: null,
  promise: 'De raad neemt de afspraken over zoals ze hier zijn opgeschreven.',
}
const linked = (change: Partial<Parameters<typeof LinkPage>[0]['link']>) => (
  <LinkPage base="" link={{ ...link, ...change }} />
)
const ready = (entered: boolean) => (
  <Ready entered={entered} onCheck={nothing} onTest={nothing} onEnter={nothing} onRead={nothing} />
)

const SCREENS: Record<WayState, () => ReactElement> = {
  link: () => linked({ canRename: true }),
  'link-own-name': () => linked({}),
  'link-in-use': () => linked({ inUse: true }),
  'link-inside': () => linked({ inside: 'per_riet' }),
  check: () => <DeviceCheck canSkip onDone={nothing} onRead={nothing} />,
  ready: () => ready(false),
  lobby: () => ready(true),
  'lobby-tomorrow': () => ready(true),
  'unknown-link': () => <ErrorPage code="unknown_link" />,
  'expired-link': () => <ErrorPage code="link_expired" />,
  'taken-out': () => <ErrorPage code="taken_out" />,
  elsewhere: () => <ErrorPage code="elsewhere" onUse={nothing} />,
  old: () => <ErrorPage code="old" />,
  ended: () => <ErrorPage code="ended" />,
  broken: () => <ErrorPage code="broken" />,
}
const state = (asked.get('state') ?? 'link') as WayState

const startsAt = NOW + (state === 'lobby-tomorrow' ? 30 * 3_600_000 : 360_000)
const client = clientWith({
  session: {
    offset: NOW - Date.now(),
    me: idOf('Riet'),
    ...renamed({ state: { ...hall({ phase: { name: 'lobby' } }), startsAt } }, asked.get('names')),
  },
})

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <I18nProvider locale={asked.get('lang') ?? 'nl'}>
      <DialogueProvider client={client}>
        {SCREENS[state]()}
        <Announcer />
        <ToastRegion />
      </DialogueProvider>
    </I18nProvider>,
  )
}
