import { useState } from 'react'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import { charactersIn } from '../../../shared/agreement/richText.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import type { AgreementId, SessionState } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { cardOf, isLoose, partnersOf } from './board.ts'
import { Asked } from './Asked.tsx'
import { useTables } from './CardWords.tsx'
import { added, together, written, type Draft } from './mergeDraft.ts'
import { Partners } from './Partners.tsx'
import { Sources } from './Sources.tsx'
import { TooLong } from './TooLong.tsx'
import type { Harvesting } from './useHarvest.ts'

interface MergeDialogProps {
  state: SessionState
  /** One or more; others are added here. */
  first: AgreementId[]
  harvest: Harvesting
  onClose: () => void
}

/** The new words begin with those of all; what is lost has to be said, and every table is asked (H2). */
export function MergeDialog({ state, first, harvest, onClose }: MergeDialogProps) {
  const t = useT()
  const tables = useTables()
  const { busy, run } = useCommand()
  const [from, setFrom] = useState(first)
  const [draft, setDraft] = useState<Draft>({})
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const of = from.flatMap((id) => state.agreements[id] ?? [])
  const cards = of.map((agreement) => cardOf(state, agreement))
  const names = tables([...new Set(cards.flatMap((card) => card.tables))].toSorted((a, b) => a - b))
  const words = { title: of[0]?.presented?.words.title ?? '', ...together(of), ...draft }
  const change = (field: keyof Draft) => (text: string) => setDraft({ ...draft, [field]: text })

  /** The words of two agreements together may be more than one can hold. */
  const tooLong = (text: string): string | undefined => {
    const count = charactersIn(written(text))
    return count > EDITOR_LIMITS.field ? t('words.tooLong', { count, most: EDITOR_LIMITS.field }) : undefined
  }
  const [textError, whyError] = [tooLong(words.text), tooLong(words.why)]
  const wrong = [
    { label: t('harvest.newText'), why: textError },
    { label: t('harvest.newWhy'), why: whyError },
  ].flatMap(({ label, why }) => (why === undefined ? [] : { label, why }))

  const ask = async (): Promise<void> => {
    const isSilent = note.trim() === ''
    setMissing(isSilent)
    if (wrong.length > 0) return setRefusals(refusals + 1)
    if (isSilent) return
    for (const { id } of of.filter(isLoose)) if (!(await harvest.take(id))) return
    const text = { text: written(words.text), why: written(words.why) }
    if (await run('mergeAgreements', { from, title: words.title, ...text, note })) onClose()
  }
  const add = (other: Agreement): void => {
    setFrom([...from, other.id])
    setDraft(added(draft, other))
  }

  return (
    <Dialog
      title={t('harvest.mergeTitle', { tables: names })}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <div className="dt-harvest-merge">
        <Sources
          cards={cards}
          onRemove={from.length > 2 ? (gone) => setFrom(from.filter((id) => id !== gone)) : undefined}
        />
        {from.length === 1 && of[0] ? (
          <Partners state={state} of={of[0]} onChoose={(id) => setFrom([...from, id])} />
        ) : (
          <>
            <AddOne state={state} from={from} onAdd={add} />
            <div className="dt-harvest-fields">
              <TextField
                label={t('harvest.newTitle')}
                value={words.title}
                onChange={change('title')}
                maxLength={EDITOR_LIMITS.title}
              />
              <TextField
                multiline
                rows={6}
                label={t('harvest.newText')}
                value={words.text}
                onChange={change('text')}
                error={textError}
              />
            </div>
            <div className="dt-harvest-fields">
              <TextField
                multiline
                label={t('harvest.newWhy')}
                value={words.why}
                onChange={change('why')}
                error={whyError}
              />
              <TextField
                multiline
                isRequired
                label={t('harvest.whatIsLost')}
                hint={t('harvest.nothingLost')}
                error={missing && note.trim() === '' ? t('refusal.loss_needed') : undefined}
                value={note}
                onChange={setNote}
                maxLength={1_000}
              />
            </div>
            <Asked state={state} from={from} />
            {refusals > 0 && wrong.length > 0 ? <TooLong key={refusals} fields={wrong} /> : null}
            <div className="dt-row">
              <Button
                icon="talk"
                variant="primary"
                isDisabled={busy !== null || harvest.busy}
                onPress={() => void ask()}
              >
                {t('harvest.ask', { tables: names })}
              </Button>
              <span className="dt-small dt-soft">{t('harvest.undoable')}</span>
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}

interface AddOneProps {
  state: SessionState
  from: AgreementId[]
  onAdd: (other: Agreement) => void
}

/** More than two become one too. */
function AddOne({ state, from, onAdd }: AddOneProps) {
  const t = useT()
  const partners = partnersOf(state, from)
  if (partners.length === 0 || from.length >= 10) return null
  return (
    <Menu
      icon="plus"
      size="small"
      className="dt-harvest-add"
      text={t('harvest.addOne')}
      items={partners.map(({ agreement, title }) => ({
        id: agreement.id,
        text: title || t('agreement.untitled'),
      }))}
      onChoose={(id) => {
        const chosen = state.agreements[id]
        if (chosen) onAdd(chosen)
      }}
    />
  )
}
