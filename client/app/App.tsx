import { Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Boot } from '../../shared/protocol.ts'
import { LinkPage } from './join/LinkPage.tsx'
import { Announcer } from '../parts/ui/Announcer.tsx'
import { later } from '../parts/ui/later.tsx'
import { addWords, useLocale } from '../parts/ui/text.tsx'
import { ToastRegion } from '../parts/ui/Toast.tsx'
import { Crash } from './Crash.tsx'
import { ErrorPage } from './ErrorPage.tsx'

/** Nobody who comes with a link sees it. */
const FrontPage = later(async () => {
  const [{ FrontPage: page }, { front }] = await Promise.all([
    import('./FrontPage.tsx'),
    import('../../shared/messages/front.ts'),
  ])
  addWords(front)
  return page
})

/** Only who is in needs the session's machinery and its words: the first page stays light. */
const SessionPage = later(async () => {
  const [{ SessionPage: page }, { SESSION_WORDS }] = await Promise.all([
    import('./SessionPage.tsx'),
    import('../parts/ui/sessionWords.ts'),
  ])
  addWords(SESSION_WORDS)
  return page
})

const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const

/** Which page this is was decided by the server; what is on it follows from role and phase. */
export function App({ boot }: { boot: Boot }) {
  const locale = useLocale((chosen) => chosen.locale)
  return (
    <I18nProvider locale={TAGS[locale]}>
      <Crash>
        <Page boot={boot} />
      </Crash>
      <ToastRegion />
      <Announcer />
    </I18nProvider>
  )
}

function Page({ boot }: { boot: Boot }) {
  if (boot.page === 'front') {
    return (
      <Suspense fallback={null}>
        <FrontPage base={boot.base} />
      </Suspense>
    )
  }
  if (boot.page === 'link' && boot.link) return <LinkPage link={boot.link} />
  if (boot.page === 'session' && boot.person) {
    return (
      <Suspense fallback={null}>
        <SessionPage base={boot.base} person={boot.person} />
      </Suspense>
    )
  }
  return <ErrorPage code={boot.error?.code ?? 'broken'} />
}
