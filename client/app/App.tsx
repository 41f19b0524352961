import { Suspense } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { Boot } from '../../shared/protocol.ts'
import { CodePage } from './join/codeLater.ts'
import { LinkPage } from './join/LinkPage.tsx'
import { Announcer } from '../parts/ui/Announcer.tsx'
import { later } from '../parts/ui/later.tsx'
import { withArabicOfSession } from '../parts/ui/language.ts'
import { useLocale } from '../parts/ui/text.tsx'
import { ToastRegion } from '../parts/ui/Toast.tsx'
import { withWords } from '../parts/ui/withWords.ts'
import { Crash } from './Crash.tsx'
import { ErrorPage } from './ErrorPage.tsx'

const frontWords = async () => (await import('../../shared/messages/front.ts')).front
const sessionWords = async () => (await import('../parts/ui/sessionWords.ts')).SESSION_WORDS

/** Nobody who comes with a link sees it. */
const FrontPage = later(async () => (await withWords(import('./FrontPage.tsx'), frontWords())).FrontPage, {
  whole: true,
})

/** Only who is in needs the session's machinery and its words: the first page stays light. */
const SessionPage = later(
  async () => {
    const [page] = await Promise.all([
      withWords(import('./SessionPage.tsx'), sessionWords()),
      withArabicOfSession(),
    ])
    return page.SessionPage
  },
  { whole: true },
)

/** The part that this page consists of, before anything is drawn: React holds back for 300 ms what follows an empty page. */
export async function loadPage({ page }: Boot): Promise<void> {
  if (page === 'session') await SessionPage.ahead()
  if (page === 'front') await FrontPage.ahead()
  if (page === 'code') await CodePage.ahead()
}

const TAGS = { nl: 'nl-NL', en: 'en-GB', ar: 'ar-u-nu-latn' } as const

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
  if (boot.page === 'code' && boot.code) {
    return (
      <Suspense fallback={null}>
        <CodePage base={boot.base} code={boot.code} phone={boot.phone} />
      </Suspense>
    )
  }
  if (boot.page === 'link' && boot.link)
    return <LinkPage link={boot.link} base={boot.base} phone={boot.phone} />
  if (boot.page === 'session' && boot.person) {
    return (
      <Suspense fallback={null}>
        <SessionPage base={boot.base} person={boot.person} />
      </Suspense>
    )
  }
  return <ErrorPage code={boot.error?.code ?? 'broken'} base={boot.base} phone={boot.phone} />
}
