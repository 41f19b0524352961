import { createRoot } from 'react-dom/client'
import Room from '../../../client/tables/Room.tsx'
import { useMedia } from '../../../client/media/store.ts'
import { useSession } from '../../../client/session/store.ts'
import { Announcer } from '../../../client/ui/Announcer.tsx'
import { ToastRegion } from '../../../client/ui/Toast.tsx'
import { NOW } from '../support/hall.ts'
import { MOMENTS } from './states.ts'
import '../../../client/ui/base.css'
import '../../../client/ui/parts.css'

/** `?state=08-my-turn&theme=contrast`: one state of a room, as it would be in the product. */
const asked = new URLSearchParams(location.search)
const first = asked.get('state') ?? '05-next'
const moment = MOMENTS[first]
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme
for (const [name, value] of Object.entries(moment?.chosen ?? {})) localStorage.setItem(`dt.${name}`, value)
if (!moment?.chosen) localStorage.clear()

function show(name: string) {
  const shown = MOMENTS[name]
  if (!shown) return
  useSession.setState({ offset: NOW - Date.now(), ...shown.session })
  useMedia.setState(shown.media)
}
show(first)
// What happens next, while somebody looks.
addEventListener('then', (event) => show(String((event as CustomEvent).detail)))

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <>
      <Room />
      <Announcer />
      <ToastRegion />
    </>,
  )
}
