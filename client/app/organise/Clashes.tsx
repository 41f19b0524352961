import { clashes, type Clash } from '../../../shared/dialogue/split/seating.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { LeaderChoice } from './LeaderChoice.tsx'
import type { OrganiserView } from './view.ts'
import { hasPlan } from './phases.ts'

/** What does not fit yet, in words, each with the button that mends it. */
export function Clashes({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state } = view
  if (!state.plan || !hasPlan(state)) return null
  const found = clashes(state, state.plan)
  return (
    <section className="dt-desk-card" aria-labelledby="clashes-title">
      <h3 id="clashes-title">
        <output>{t('split.clashes', { count: found.length })}</output>
      </h3>
      <ul className="dt-clashes">
        {found.map((clash) => (
          <li key={clashKey(clash)} className="dt-clash">
            <Icon name="warning" />
            <div>
              <ClashWords view={view} clash={clash} />
              <Mend view={view} clash={clash} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const clashKey = (clash: Clash): string =>
  `${clash.kind} ${clash.table} ${clash.kind === 'groupMissing' ? clash.group : ''}`

function ClashWords({ view, clash }: { view: OrganiserView; clash: Clash }) {
  const t = useT()
  const { state } = view
  const number = state.tables[clash.table]?.number ?? 0
  const group = clash.kind === 'groupMissing' ? clash.group : ''
  const swap = clash.kind === 'groupMissing' ? clash.swap : null
  const from = swap ? state.tables[state.plan?.seats[swap.person] ?? ''] : undefined
  return (
    <p>
      <strong>{t(`split.clash.${clash.kind}`, { number, group })}</strong>
      {swap && from && (
        <>
          {' '}
          {t('split.swapHint', {
            first: state.people[swap.person]?.name ?? '',
            table: from.number,
            second: state.people[swap.with]?.name ?? '',
          })}
        </>
      )}
    </p>
  )
}

function Mend({ view, clash }: { view: OrganiserView; clash: Clash }) {
  const t = useT()
  const { state, run } = view
  if (clash.kind === 'noFacilitator') {
    const table = state.tables[clash.table]
    return table ? <LeaderChoice view={view} table={table} /> : null
  }
  if (clash.kind === 'groupMissing' && clash.swap) {
    const { person, with: other } = clash.swap
    const names = { first: state.people[person]?.name ?? '', second: state.people[other]?.name ?? '' }
    return (
      <Button icon="swap" onPress={() => void run('swapSeats', { first: person, second: other })}>
        {t('split.swap', names)}
      </Button>
    )
  }
  if (clash.kind === 'empty') {
    const number = state.tables[clash.table]?.number ?? 0
    return (
      <Button
        icon="close"
        aria-label={t('split.removeTableNumber', { number })}
        onPress={() => void run('removeTable', { table: clash.table })}
      >
        {t('split.removeTable')}
      </Button>
    )
  }
  return null
}
