import { seatings } from '../../../shared/dialogue/places.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Menu } from '../../parts/ui/Menu.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'
import { changes } from './seating.ts'

/** Spread everybody anew, or sit as in an earlier split (T7). */
export function SplitTools({ view, planned }: { view: OrganiserView; planned: boolean }) {
  const t = useT()
  const { state, run } = view
  if (changes(state) !== 'plan') return null
  const versions = [...new Set(seatings(state).map((plan) => plan.version))].toSorted((a, b) => b - a)
  return (
    <div className="dt-desk-buttons">
      <Button icon="shuffle" onPress={() => void run('spreadEvenly', {})}>
        {t(planned ? 'split.again' : 'split.first')}
      </Button>
      {versions.length > 0 && (
        <Menu
          icon="round"
          text={t('split.same')}
          items={versions.map((version) => ({
            id: String(version),
            text: t('split.same.version', { version }),
          }))}
          onChoose={(version) => void run('repeatSeating', { version: Number(version) })}
        />
      )}
    </div>
  )
}
