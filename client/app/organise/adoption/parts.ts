import { fetched } from '../../../core/fetched.ts'
import { later } from '../../../parts/ui/later.tsx'
import { addWords } from '../../../parts/ui/text.tsx'

/** Fetched once a set lies with the council, with the words that nobody else reads. */
const load = fetched(async () => {
  const [{ CouncilSteps: steps }, { Judgements: judgements }, { adoption }, { versions }] = await Promise.all(
    [
      import('./CouncilSteps.tsx'),
      import('./Judgements.tsx'),
      import('../../../../shared/messages/adoption.ts'),
      import('../../../../shared/messages/versions.ts'),
    ],
  )
  addWords({ ...adoption, ...versions })
  return { steps, judgements }
})

export const CouncilSteps = later(async () => (await load()).steps)
export const Judgements = later(async () => (await load()).judgements)
