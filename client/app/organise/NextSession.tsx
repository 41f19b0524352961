import { useState } from 'react'
import type { MeetingFault } from '../../../shared/dialogue/session/meeting.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi, type WhenForm } from './api.ts'
import { WhenFields } from './DialogueFields.tsx'
import { formFrom, faultInWhen } from './dialogueForm.ts'

type Told = 'again.missing' | `dialogue.${Exclude<MeetingFault, 'missing'>}` | 'organise.wrong'

/** When this session is over: the next one of the same dialogue. Every open page comes over to it. */
export function NextSession() {
  const t = useT()
  const { startNextSession } = useApi()
  const [form, setForm] = useState<WhenForm>(() => formFrom('', null))
  const [told, setTold] = useState<Told | null>(null)
  const start = async () => {
    const fault = faultInWhen(form)
    if (fault) return setTold(fault === 'missing' ? 'again.missing' : `dialogue.${fault}`)
    try {
      await startNextSession(form)
    } catch {
      setTold('organise.wrong')
    }
  }
  return (
    <section className="dt-desk-card" aria-labelledby="again-title">
      <h2 id="again-title">{t('again.title')}</h2>
      <p className="dt-desk-note">{t('again.note')}</p>
      <PopButton icon="next" text={t('again.plan')} title={t('again.title')} cancel={t('dialogue.cancel')}>
        <p>{t('again.kept')}</p>
        <WhenFields form={form} onChange={setForm} />
        <output>{told && t(told)}</output>
        <Button variant="primary" icon="check" onPress={() => void start()}>
          {t('again.start')}
        </Button>
      </PopButton>
    </section>
  )
}
