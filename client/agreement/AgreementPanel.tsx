import { useEffect, useRef, useState } from 'react'
import { agreementsOf, type AgreementText } from '../../shared/agreement/document.ts'
import { addAgreement, idOf } from '../../shared/agreement/text.ts'
import type { TableId } from '../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { AgreementEditor } from './AgreementEditor.tsx'
import { AgreementWords } from './AgreementWords.tsx'
import { choiceOf, newAgreementId, type Choice } from './choice.ts'
import { LeftText } from './LeftText.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { SavedState } from './SavedState.tsx'
import type { OpenText, TextView } from './store.ts'
import { useNumber, useOpenText, useRight, useTextView } from './useText.ts'
import './agreement.css'

const TROUBLES: { [status in TextView['status']]?: MessageKey } = {
  broken: 'agreement.broken',
  stuck: 'agreement.stuck',
}

/** The agreements of one table: written by whoever may, read by the others. */
export function AgreementPanel({ table }: { table: TableId }) {
  const t = useT()
  const right = useRight(table)
  const open = useOpenText(table, right)
  const view = useTextView(table)
  const [wanted, setWanted] = useState<string | null>(null)
  const choice = choiceOf(view.text, wanted)
  const body = useRef<HTMLDivElement>(null)
  const trouble = TROUBLES[view.status]
  const shown = view.status === 'open' || view.status === 'lost' || view.text.length > 0
  const ready = open !== null && shown && view.status !== 'stuck'

  const add = () => {
    if (!open) return
    const id = choice.unused ?? newAgreementId()
    if (choice.unused === null) addAgreement(open.doc, { id })
    setWanted(id)
  }
  useTitleFocus(wanted, body)

  return (
    <section className="agreement" aria-labelledby={`agreement-${table}`}>
      <header className="agreement-head">
        <h2 id={`agreement-${table}`}>{t('agreement.ours')}</h2>
        {right === 'write' ? <SavedState saved={view.saved} /> : null}
      </header>
      <div className="agreement-body" ref={body}>
        {view.left ? <LeftText table={table} left={view.left} /> : null}
        {view.saved === 'unsent' && !trouble ? (
          <p className="agreement-trouble">{t('agreement.unsentSub')}</p>
        ) : null}
        {trouble ? <p className="agreement-trouble">{t(trouble)}</p> : null}
        {ready || trouble ? null : <p className="soft">{t('agreement.opening')}</p>}
        {ready && open ? (
          <Shown
            table={table}
            open={open}
            choice={choice}
            text={view.text}
            write={right === 'write'}
            add={add}
          />
        ) : null}
      </div>
      {ready && choice.shown ? (
        <Foot choice={choice} text={view.text} write={right === 'write'} go={setWanted} add={add} />
      ) : null}
    </section>
  )
}

interface ShownProps {
  table: TableId
  open: OpenText
  choice: Choice
  text: AgreementText[]
  write: boolean
  add: () => void
}

function Shown({ table, open, choice, text, write, add }: ShownProps) {
  const t = useT()
  const { writers } = useTextView(table)
  const { shown } = choice
  const number = useNumber(shown?.id)
  if (!shown) return <Nothing write={write} add={add} />
  const map = agreementsOf(open.doc).get(shown.place - 1)
  const agreement = text[shown.place - 1]
  if (!map || !agreement || idOf(map) !== shown.id) return null
  return (
    <>
      <p className="agreement-tags">
        {number === null ? null : (
          <span className="agreement-tag is-on">{t('agreement.number', { number })}</span>
        )}
        <span className="agreement-tag">
          {t('agreement.place', { place: shown.place, count: choice.count })}
        </span>
        <span className="agreement-tag">{t('agreement.draft')}</span>
      </p>
      {write ? (
        <AgreementEditor key={shown.id} table={table} open={open} id={shown.id} map={map} writers={writers} />
      ) : (
        <article className="agreement-read">
          <h3>{agreement.title || t('agreement.untitled')}</h3>
          <AgreementWords agreement={agreement} />
        </article>
      )}
      {write && shown.blank && choice.count > 1 ? (
        <Button variant="quiet" icon="trash" onPress={() => removeBlank(open, shown.id)}>
          {t('agreement.removeEmpty')}
        </Button>
      ) : null}
    </>
  )
}

/** One button, and nothing in the document until somebody presses it: so two people do not both begin by looking. */
function Nothing({ write, add }: { write: boolean; add: () => void }) {
  const t = useT()
  return (
    <div className="agreement-none">
      <p>
        <strong>{t('agreement.none')}</strong>
      </p>
      {write ? (
        <>
          <p>{t('agreement.noneWrite')}</p>
          <Button icon="plus" onPress={add}>
            {t('agreement.new')}
          </Button>
        </>
      ) : null}
    </div>
  )
}

interface FootProps {
  choice: Choice
  text: AgreementText[]
  write: boolean
  go: (id: string) => void
  add: () => void
}

function Foot({ choice, text, write, go, add }: FootProps) {
  const t = useT()
  const { previous, next, shown } = choice
  const agreement = text[(shown?.place ?? 1) - 1]
  return (
    <footer className="agreement-foot">
      {agreement ? <ReadAloud key={agreement.id} agreement={agreement} /> : null}
      {previous ? (
        <Button icon="previous" onPress={() => go(previous)}>
          {t('agreement.previous')}
        </Button>
      ) : null}
      {next ? (
        <Button icon="next" iconEnd onPress={() => go(next)}>
          {t('agreement.next')}
        </Button>
      ) : null}
      {write && choice.mayAdd ? (
        <Button icon="plus" onPress={add}>
          {t('agreement.new')}
        </Button>
      ) : null}
    </footer>
  )
}

function removeBlank(open: OpenText, id: string): void {
  const agreements = agreementsOf(open.doc)
  const index = agreements.toArray().findIndex((map) => idOf(map) === id)
  if (index >= 0) agreements.delete(index, 1)
}

/** Going to another agreement puts the cursor in its title, or on its heading for who reads. */
function useTitleFocus(wanted: string | null, body: { current: HTMLElement | null }): void {
  useEffect(() => {
    if (wanted) body.current?.querySelector<HTMLElement>('input.is-title')?.focus()
  }, [wanted, body])
}
