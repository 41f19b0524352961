import { Suspense } from 'react'
import { useSession } from '../../hooks/useSession.ts'
import { Mark } from '../../parts/ui/Icon.tsx'
import { LanguageMenu, ThemeMenu } from '../../parts/ui/Preferences.tsx'
import { useWithoutArabic } from '../../parts/ui/useWithoutArabic.ts'
import { useT } from '../../parts/ui/text.tsx'
import { useCommand } from '../../parts/ui/useCommand.ts'
import { CouncilSteps, Judgements } from '../organise/adoption/parts.ts'
import { PackageDownloads } from '../organise/PackageDownloads.tsx'
import { ProposalForm } from '../organise/ProposalForm.tsx'
import type { OrganiserView } from '../organise/view.ts'
import { Connection } from '../shell/Connection.tsx'
import { SkipLink } from '../shell/SkipLink.tsx'
import { useTitle } from '../shell/title.ts'
import '../../parts/facilitate/desk.css'
import '../organise/organise.css'

/** The clerk's screen: what lies with the council, and what it decided; nothing of the talk. */
export function Clerk() {
  useWithoutArabic()
  const t = useT()
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const { run } = useCommand()
  useTitle(`${t('council.clerk')} · ${t('app.name')}`)
  if (!state) return null
  const view: OrganiserView = { state, me, run, show: () => undefined }
  return (
    <div className="dt-organise">
      <SkipLink />
      <header className="dt-organise-bar">
        <Mark size={36} />
        <h1 className="dt-organise-title" dir="auto">
          {state.dialogue.title}
        </h1>
        <span className="dt-desk-gap" />
        <LanguageMenu />
        <ThemeMenu />
      </header>
      <Connection />
      <main id="main" className="dt-organise-main" tabIndex={-1}>
        {state.council.offeredAt === null ? (
          <section className="dt-desk-card">
            <p>{t('council.clerkWaits')}</p>
          </section>
        ) : (
          <AtCouncil view={view} />
        )}
      </main>
    </div>
  )
}

function AtCouncil({ view }: { view: OrganiserView }) {
  return (
    <div className="dt-organise-two">
      <div className="dt-organise-stack">
        <Suspense fallback={null}>
          <CouncilSteps view={view} />
        </Suspense>
        <PackageDownloads />
      </div>
      <div className="dt-organise-stack">
        <Suspense fallback={null}>
          <Judgements view={view} />
        </Suspense>
        <ProposalForm view={view} />
      </div>
    </div>
  )
}
