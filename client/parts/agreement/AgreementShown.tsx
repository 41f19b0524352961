import type { TableId } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { AgreementEditor } from './AgreementEditor.tsx'
import { AgreementWords } from './AgreementWords.tsx'
import type { Choice } from './choice.ts'
import { Locking } from './Locking.tsx'
import { Remarks } from './Remarks.tsx'
import { STATES } from './states.ts'
import { WhyFixed } from './WhyFixed.tsx'
import type { OpenText } from '../../core/texts/store.ts'
import { useTextView } from '../../hooks/useText.ts'

interface AgreementShownProps {
  table: TableId
  open: OpenText
  choice: Choice
  write: boolean
  add: () => void
}

/** One agreement: written by whoever may while it is a draft, read as it stands after that. */
export function AgreementShown({ table, open, choice, write, add }: AgreementShownProps) {
  const t = useT()
  const { text, writers } = useTextView(table)
  const { run } = useCommand()
  const { shown } = choice
  if (!shown) return <Nothing write={write} add={add} />
  const { id, number, state, presented } = shown.agreement
  const words = presented?.words ?? text[id]
  return (
    <>
      <p className="dt-agreement-tags">
        <span className="dt-agreement-tag is-on">{t('agreement.number', { number })}</span>
        <span className="dt-agreement-tag">
          {t('agreement.place', { place: shown.place, count: choice.count })}
        </span>
        <span className="dt-agreement-tag">{t(STATES[state])}</span>
      </p>
      <WhyFixed key={`why-${id}`} table={table} agreement={shown.agreement} write={write} />
      {write && state === 'draft' ? (
        <AgreementEditor key={id} table={table} open={open} id={id} writers={writers} />
      ) : (
        <article className="dt-agreement-read">
          <h3 dir="auto">{words?.title || t('agreement.untitled')}</h3>
          {words ? <AgreementWords words={words} /> : null}
        </article>
      )}
      <Remarks key={`remarks-${id}`} table={table} agreement={shown.agreement} />
      <Locking table={table} agreement={shown.agreement} blank={shown.blank} />
      {write && shown.blank && choice.count > 1 ? (
        <Button
          variant="quiet"
          icon="trash"
          onPress={() => void run('withdrawAgreement', { table, agreement: id })}
        >
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
    <div className="dt-agreement-none">
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
