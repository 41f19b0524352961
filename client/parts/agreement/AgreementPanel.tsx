import { useEffect, useRef, useState } from 'react'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { FromHome } from '../between/FromHome.tsx'
import { NotFetched } from '../ui/NotFetched.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { AgreementFoot } from './AgreementFoot.tsx'
import { AgreementShown } from './AgreementShown.tsx'
import { choiceOf, newAgreementId } from './choice.ts'
import { LeftText } from './LeftText.tsx'
import { SavedState } from './SavedState.tsx'
import { TakenAway } from './TakenAway.tsx'
import type { TextView } from '../../core/texts/store.ts'
import { useAgreements, useOpenText, useRight, useTextView } from '../../hooks/useText.ts'
import './agreement.css'

const TROUBLES: { [status in TextView['status']]?: MessageKey } = {
  broken: 'agreement.broken',
  stuck: 'agreement.stuck',
}

/** The agreements of one table: written by whoever may, read by the others. */
export function AgreementPanel({ table }: { table: TableId }) {
  const t = useT()
  const { texts } = useDialogue()
  const right = useRight(table)
  const open = useOpenText(table, right)
  const view = useTextView(table)
  const [wanted, setWanted] = useState<string | null>(null)
  const choice = choiceOf(useAgreements(table), view.text, wanted)
  const { run } = useCommand()
  const body = useRef<HTMLDivElement>(null)
  const trouble = TROUBLES[view.status]
  const unfetched = view.status === 'unfetched'
  const shown = view.status === 'open' || view.status === 'lost' || Object.keys(view.text).length > 0
  const ready = open !== null && shown && view.status !== 'stuck'

  const add = async () => {
    if (choice.unused !== null) return setWanted(choice.unused)
    const id = newAgreementId()
    if (await run('addAgreement', { table, agreement: id })) setWanted(id)
  }
  const there = choice.shown?.agreement.id
  useTitleFocus(there === wanted ? wanted : null, body)

  return (
    <section className="dt-agreement" aria-labelledby={`agreement-${table}`}>
      <header className="dt-agreement-head">
        <h2 id={`agreement-${table}`}>{t('agreement.ours')}</h2>
        {right === 'write' ? <SavedState saved={view.saved} /> : null}
      </header>
      <div className="dt-agreement-body" ref={body}>
        {view.left ? <LeftText table={table} left={view.left} /> : null}
        {view.saved === 'unsent' && !trouble ? (
          <p className="dt-agreement-trouble">{t('agreement.unsentSub')}</p>
        ) : null}
        {view.nearlyFull && right === 'write' ? (
          <p className="dt-agreement-trouble" role="status">
            {t('agreement.nearlyFull')}
          </p>
        ) : null}
        {trouble ? <p className="dt-agreement-trouble">{t(trouble)}</p> : null}
        {unfetched ? <NotFetched onAgain={() => texts.resume(table)} /> : null}
        {ready || trouble || unfetched ? null : <p className="dt-soft">{t('agreement.opening')}</p>}
        <FromHome table={table} />
        <TakenAway table={table} shown={there} write={right === 'write'} />
        {ready && open ? (
          <AgreementShown
            table={table}
            open={open}
            choice={choice}
            write={right === 'write'}
            add={() => void add()}
          />
        ) : null}
      </div>
      {ready && choice.shown ? (
        <AgreementFoot
          choice={choice}
          text={view.text}
          write={right === 'write'}
          go={setWanted}
          add={() => void add()}
        />
      ) : null}
    </section>
  )
}

/** Going to another agreement puts the cursor in its title, or on its heading for who reads. */
function useTitleFocus(wanted: string | null, body: { current: HTMLElement | null }): void {
  useEffect(() => {
    if (wanted) body.current?.querySelector<HTMLElement>('input.is-title')?.focus()
  }, [wanted, body])
}
