import { useState } from 'react'
import type { AgendaPart } from '../../../../shared/dialogue/model.ts'
import { partNow, wasBegun } from '../../../../shared/dialogue/session/agenda.ts'
import { PartTime } from '../../../parts/facilitate/PartTime.tsx'
import { Button } from '../../../parts/ui/Button.tsx'
import { Dialog } from '../../../parts/ui/Dialog.tsx'
import { Menu } from '../../../parts/ui/Menu.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import { isOpen } from '../phases.ts'
import type { OrganiserView } from '../view.ts'
import { PartForm } from './PartForm.tsx'

const MORE_MS = 5 * 60_000

interface PartRowProps {
  view: OrganiserView
  part: AgendaPart
  /** In the order of the agenda, from 1. */
  place: number
}

/** One part of the agenda: how long, where, whether it has been, and what can be done with it. */
export function PartRow({ view, part, place }: PartRowProps) {
  const t = useT()
  const { state, run } = view
  const { id, title, lengthMs, where, questions } = part
  const runs = partNow(state)?.id === id
  const asks = where === 'tables' && Object.values(questions).some((question) => question !== '')
  const words = t('part.minutes', { minutes: Math.round(lengthMs / 60_000), where })
  return (
    <li aria-current={runs ? 'step' : undefined}>
      <strong>{title}</strong>
      <span className="dt-desk-note">
        {asks ? `${words}, ${t('part.asks')}` : words}
        {!runs && wasBegun(state.agenda, id) && ` (${t('part.been')})`}
      </span>
      {runs && <PartTime state={state} />}
      <div className="dt-agenda-buttons">
        {runs ? (
          <Button
            icon="plus"
            onPress={() => void run('changePart', changed(part, { lengthMs: lengthMs + MORE_MS }))}
          >
            {t('part.more5')}
          </Button>
        ) : (
          isOpen(state) && (
            <Button
              icon="next"
              aria-label={t('part.beginName', { title })}
              onPress={() => void run('startPart', { part: id })}
            >
              {t('part.begin')}
            </Button>
          )
        )}
        <More view={view} part={part} place={place} />
      </div>
    </li>
  )
}

const changed = ({ id, ...part }: AgendaPart, change: Partial<AgendaPart>) => ({
  part: id,
  ...part,
  ...change,
})

/** What is rarer: other words, another place, or out of the agenda. */
function More({ view: { state, run }, part, place }: PartRowProps) {
  const t = useT()
  const [changing, setChanging] = useState(false)
  const { id, title } = part
  const items = [
    { id: 'change', text: t('part.change'), icon: 'pen' },
    { id: 'up', text: t('part.up'), icon: 'up', isDisabled: place === 1 },
    { id: 'down', text: t('part.down'), icon: 'down', isDisabled: place === state.programme.length },
    { id: 'drop', text: t('part.drop'), icon: 'trash' },
  ] as const
  const choose = (what: (typeof items)[number]['id']): void => {
    if (what === 'change') setChanging(true)
    else if (what === 'drop') void run('dropPart', { part: id })
    else void run('movePart', { part: id, place: what === 'up' ? place - 1 : place + 1 })
  }
  return (
    <>
      <Menu
        icon="more"
        text={t('part.more')}
        label={t('part.moreName', { title })}
        items={items}
        onChoose={choose}
      />
      <Dialog title={title} isOpen={changing} onOpenChange={setChanging}>
        {(close) => (
          <PartForm start={part} onSave={(next) => run('changePart', changed(part, next))} onDone={close} />
        )}
      </Dialog>
    </>
  )
}
