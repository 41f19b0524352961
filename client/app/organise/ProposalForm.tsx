import { useEffect, useRef, useState } from 'react'
import { PROPOSAL_FIELDS, type ProposalField } from '../../../shared/dialogue/council/proposal.ts'
import { Icon } from '../../parts/ui/Icon.tsx'
import { TextArea, TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'

/** After this long without a key it is kept. */
const PAUSE_MS = 1_200

/** Of these one line is enough. */
const SHORT: readonly ProposalField[] = ['subject', 'holder']

/** The draft proposal, by the organiser or the clerk; kept field by field while one types. */
export function ProposalForm({ view }: { view: Pick<OrganiserView, 'state' | 'run'> }) {
  const t = useT()
  const { proposal } = view.state
  return (
    <section className="dt-desk-card" aria-labelledby="proposal-title">
      <h2 id="proposal-title">{t('proposal.title')}</h2>
      <p className="dt-desk-note">{t('proposal.sub')}</p>
      {PROPOSAL_FIELDS.map((field) => (
        <Field
          key={field}
          field={field}
          stored={proposal[field]}
          save={(text) => view.run('writeProposal', { field, text })}
        />
      ))}
    </section>
  )
}

interface FieldProps {
  field: ProposalField
  stored: string
  save: (text: string) => Promise<boolean>
}

function Field({ field, stored, save }: FieldProps) {
  const t = useT()
  const { value, state, ...typing } = useKept(stored, save)
  const Input = SHORT.includes(field) ? TextField : TextArea
  return (
    <div>
      <Input
        label={t(`proposal.${field}`)}
        hint={t(`proposal.${field}Hint`)}
        rows={3}
        maxLength={SHORT.includes(field) ? 300 : 10_000}
        value={value}
        {...typing}
      />
      <output className="dt-desk-note">
        {state === 'kept' ? (
          <span className="dt-with-icon">
            <Icon name="check" />
            {t('proposal.kept')}
          </span>
        ) : null}
        {state === 'failed' ? t('proposal.failed') : null}
      </output>
    </div>
  )
}

/** What somebody types stays theirs while they are in the field; out of it stands what is stored. */
function useKept(stored: string, save: (text: string) => Promise<boolean>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [state, setState] = useState<'idle' | 'kept' | 'failed'>('idle')
  const sent = useRef<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = async (text: string): Promise<boolean> => {
    clearTimeout(timer.current)
    if (sent.current === text) return true
    sent.current = text
    const kept = await save(text)
    if (!kept) sent.current = null
    setState(kept ? 'kept' : 'failed')
    return kept
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    value: typed ?? stored,
    state,
    onChange(text: string) {
      setTyped(text)
      setState('idle')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keep(text), PAUSE_MS)
    },
    onBlur() {
      if (typed === null) return
      void keep(typed).then((kept) => {
        if (!kept) return
        sent.current = null
        setTyped((now) => (now === typed ? null : now))
      })
    },
  }
}
