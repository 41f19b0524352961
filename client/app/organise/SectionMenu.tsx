import { useEffect } from 'react'
import { loadList, Menu } from '../../parts/ui/Menu.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useAtLeast } from '../shell/useAtLeast.ts'
import { SECTIONS, type Section } from './sections.ts'

/** On a telephone the tabs of the sections would take five rows: there they are one menu. */
export function SectionMenu({ section, show }: { section: Section; show: (section: Section) => void }) {
  const t = useT()
  const tabbed = useAtLeast('48em')
  // the only way to the other sections, by a line that may be gone when it is pressed
  useEffect(() => {
    if (!tabbed) loadList().catch(() => undefined)
  }, [tabbed])
  return (
    <nav className="dt-organise-menu dt-phone-only" aria-label={t('organise.sections')}>
      <Menu
        icon="down"
        iconEnd
        wide
        text={t('organise.section', { name: t(`organise.${section}`) })}
        items={SECTIONS.map(({ id, icon }) => ({
          id,
          icon,
          text: t(`organise.${id}`),
          isChosen: id === section,
        }))}
        onChoose={show}
      />
    </nav>
  )
}
