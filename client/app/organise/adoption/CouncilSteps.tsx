import type { OrganiserView } from '../view.ts'
import { CouncilText } from './CouncilText.tsx'
import { PublicPage } from './PublicPage.tsx'
import { adoptionView } from './view.ts'

/** The council's text is compared, and what came of it is made public. */
export function CouncilSteps({ view }: { view: OrganiserView }) {
  const { council } = view.state
  return (
    <>
      {council.decision ? <PublicPage view={view} adoption={adoptionView(view.state)} /> : null}
      {council.published ? null : <CouncilText view={view} />}
    </>
  )
}
