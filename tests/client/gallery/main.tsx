import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { Room } from '../../../client/app/room/Room.tsx'
import { withstandTranslation } from '../../../client/core/translated.ts'
import { DialogueProvider } from '../../../client/hooks/DialogueProvider.tsx'
import { Announcer } from '../../../client/parts/ui/Announcer.tsx'
import { startLanguage, withArabicOfSession } from '../../../client/parts/ui/language.ts'
import { ToastRegion } from '../../../client/parts/ui/Toast.tsx'
import { caughtUp } from '../support/between.ts'
import { clientWith } from '../support/client.ts'
import { NOW } from '../support/hall.ts'
import { ASKED } from './evaluations.ts'
import { renamed } from './renamed.ts'
import { MOMENTS } from './states.ts'
import '../support/words.ts'
import '../../../client/parts/ui/base.css'
import '../../../client/parts/ui/parts.css'

/** `?state=08-my-turn&theme=contrast`: one state of a room, as it would be in the product. */
const asked = new URLSearchParams(location.search)
const first = asked.get('state') ?? '05-next'
const moment = MOMENTS[first]
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
for (const [name, value] of Object.entries(moment?.chosen ?? {})) localStorage.setItem(`dt.${name}`, value)
if (!moment?.chosen) localStorage.clear()
await withArabicOfSession()
await startLanguage()

withstandTranslation()
const client = clientWith()

/** What these screens ask the server. */
const REPLIES: Record<string, object> = { evaluation: { evaluation: ASKED }, 'catch-up': caughtUp(NOW) }
globalThis.fetch = async (asks) => {
  const reply = REPLIES[String(asks).split('/api/')[1] ?? '']
  if (!reply) throw new Error(`the gallery has no ${String(asks)}`)
  return Response.json(reply)
}

function show(name: string) {
  const shown = MOMENTS[name]
  if (!shown) return
  client.session.store.setState({ offset: NOW - Date.now(), ...renamed(shown.session, asked.get('names')) })
  client.media.store.setState(shown.media)
  client.media.devices.choices.store.setState({ offered: null, ...shown.choices })
}
show(first)
// What happens next, while somebody looks.
addEventListener('then', (event) => show(String((event as CustomEvent).detail)))

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <I18nProvider locale={asked.get('lang') ?? 'nl'}>
      <DialogueProvider client={client}>
        <Room />
        <Announcer />
        <ToastRegion />
      </DialogueProvider>
    </I18nProvider>,
  )
}
