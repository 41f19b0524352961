import { useState } from 'react'
import type { MeetingFault } from '../../../shared/dialogue/session/meeting.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi, type DialogueForm } from './api.ts'
import { DialogueFields } from './DialogueFields.tsx'
import { formFrom, faultIn } from './dialogueForm.ts'
import type { OrganiserView } from './view.ts'

/** Title, date and times of this dialogue. */
export function DialogueCard({ view }: { view: OrganiserView }) {
  const t = useT()
  const { refreshAbout } = useDialogue()
  const { changeDialogue } = useApi()
  const until = useSession((session) => session.about?.dialogue.until ?? null)
  const [typed, setForm] = useState<DialogueForm | null>(null)
  const { dialogue, startsAt } = view.state
  // As it is stored, until somebody types.
  const form = typed ?? formFrom(dialogue.title, startsAt, until === null ? null : Date.parse(until))
  const [told, setTold] = useState<'dialogue.saved' | `dialogue.${MeetingFault}` | 'organise.wrong' | null>(
    null,
  )
  const save = async () => {
    const fault = faultIn(form)
    if (fault) return setTold(`dialogue.${fault}`)
    try {
      await changeDialogue(form)
      await refreshAbout()
      setTold('dialogue.saved')
    } catch {
      setTold('organise.wrong')
    }
  }
  return (
    <section className="dt-desk-card" aria-labelledby="dialogue-title">
      <h2 id="dialogue-title">{t('dialogue.title')}</h2>
      <DialogueFields form={form} onChange={setForm} />
      <Button icon="check" onPress={() => void save()}>
        {t('dialogue.save')}
      </Button>
      <output>{told && t(told)}</output>
    </section>
  )
}
