import { seatings } from '../../shared/dialogue/seating.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useT } from '../ui/text.tsx'
import type { OrganiserView } from './Organiser.tsx'
import { changes } from './seating.ts'

/** Spread everybody anew, or sit as in an earlier split (T7). */
export function SplitTools({ view, planned }: { view: OrganiserView; planned: boolean }) {
  const t = useT()
  const { state, run } = view
  if (changes(state) !== 'plan') return null
  const versions = [...new Set(seatings(state).map((plan) => plan.version))].toSorted((a, b) => b - a)
  return (
    <div className="desk-buttons">
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
