import { useState } from 'react'
import type { RetentionReply } from '../../../shared/protocol.ts'
import { useFetched } from '../../hooks/useFetched.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { NotFetched } from '../../parts/ui/NotFetched.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi, type KeepForm } from './api.ts'

/** On which days the names go, and everything; the organiser may choose others. `children`: what makes an end of it at once. */
export function KeptUntil({ children }: { children?: React.ReactNode }) {
  const t = useT()
  const { keptUntil } = useApi()
  const { found, failed, again } = useFetched(keptUntil)
  return (
    <section className="dt-desk-card" aria-labelledby="keep-title">
      <h2 id="keep-title">{t('keep.title')}</h2>
      <p>{t('keep.how')}</p>
      {failed && !found ? <NotFetched onAgain={again} /> : null}
      {found ? <Days until={found} /> : null}
      {children}
    </section>
  )
}

const REFUSALS = ['too_early', 'order', 'malformed'] as const
type Told = 'keep.saved' | `keep.${(typeof REFUSALS)[number]}` | 'organise.wrong'

function Days({ until: { named, leftOpen, ...stored } }: { until: RetentionReply }) {
  const t = useT()
  const { keepUntil } = useApi()
  const [form, setForm] = useState<KeepForm>(stored)
  const [told, setTold] = useState<Told | null>(null)
  const save = async () => {
    try {
      const code = await keepUntil(form)
      const refusal = REFUSALS.find((one) => one === code)
      setTold(code === null ? 'keep.saved' : refusal ? `keep.${refusal}` : 'organise.wrong')
    } catch {
      setTold('organise.wrong')
    }
  }
  const change = (next: Partial<KeepForm>) => {
    setForm({ ...form, ...next })
    setTold(null)
  }
  return (
    <>
      {leftOpen ? <p>{t('keep.leftOpen')}</p> : null}
      {named ? null : <p>{t('keep.named')}</p>}
      <div className="dt-organise-row">
        <TextField
          label={t('keep.names')}
          type="date"
          value={form.names}
          isDisabled={!named}
          onChange={(names) => change({ names })}
        />
        <TextField label={t('keep.all')} type="date" value={form.all} onChange={(all) => change({ all })} />
      </div>
      <Button icon="check" onPress={() => void save()}>
        {t('keep.save')}
      </Button>
      <output>{told && t(told)}</output>
      <p className="dt-desk-note">{t('keep.waits')}</p>
    </>
  )
}
