import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'

/** How many want their name in the package; who does not say so is counted in a group. */
export function NamesCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const { people, named } = view.state
  const all = Object.values(people).filter(({ role }) => role === 'participant').length
  return (
    <section className="dt-desk-card" aria-labelledby="names-title">
      <h2 id="names-title">{t('council.names')}</h2>
      <p>{t('council.namesCount', { named: named.length, others: all - named.length })}</p>
      <p className="dt-desk-note">{t('council.namesSub')}</p>
    </section>
  )
}
