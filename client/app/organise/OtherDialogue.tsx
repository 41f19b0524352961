import { useId, useState } from 'react'
import type { MeetingFault } from '../../../shared/dialogue/session/meeting.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button, LinkButton } from '../../parts/ui/Button.tsx'
import { TextArea, TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { ownDialogues } from '../ownDialogues.ts'
import { useApi, type DialogueForm } from './api.ts'
import { CopyButton } from './CopyButton.tsx'
import { DialogueFields } from './DialogueFields.tsx'
import { formFrom, faultIn } from './dialogueForm.ts'
import { PROMISE_LENGTH } from './PromiseCard.tsx'

/** A dialogue of one's own, beside this one and perhaps set up as it is; what comes back is the link of its organiser. */
export function NewDialogue({ like = false }: { like?: boolean }) {
  const t = useT()
  const title = useId()
  const name = like ? 'dialogue.like' : 'dialogue.new'
  const { createDialogue, homeUrl } = useApi()
  const [form, setForm] = useState<DialogueForm>(() => formFrom('', null))
  const [promise, setPromise] = useState('')
  const [url, setUrl] = useState<string | null>(null)
  const [told, setTold] = useState<`dialogue.${MeetingFault}` | 'organise.wrong' | null>(null)
  const create = async () => {
    const fault = faultIn(form)
    if (fault) return setTold(`dialogue.${fault}`)
    try {
      const made = await createDialogue({ ...form, promise, like })
      ownDialogues(homeUrl().pathname).remember(made.person)
      setUrl(made.url)
      setTold(null)
    } catch {
      setTold('organise.wrong')
    }
  }
  return (
    <section className="dt-desk-card" aria-labelledby={title}>
      <h2 id={title}>{t(name)}</h2>
      <p className="dt-desk-note">
        {like && `${t('dialogue.likeNote')} `}
        {t('dialogue.newNote')}
      </p>
      <PopButton icon={like ? 'copy' : 'plus'} text={t(name)} title={t(name)}>
        {url === null ? (
          <>
            <DialogueFields form={form} onChange={setForm} />
            <TextArea
              label={t('promise.optional')}
              rows={3}
              maxLength={PROMISE_LENGTH}
              value={promise}
              onChange={setPromise}
            />
            <output>{told && t(told)}</output>
            <Button variant="primary" icon="check" onPress={() => void create()}>
              {t('dialogue.create')}
            </Button>
          </>
        ) : (
          <>
            <output>{t('dialogue.created')}</output>
            <p className="dt-link-text">{url}</p>
            <div className="dt-desk-buttons">
              <CopyButton text={url} label={t('dialogue.newLink')} />
              <LinkButton variant="primary" icon="next" href={url}>
                {t('dialogue.openNew')}
              </LinkButton>
            </div>
          </>
        )}
      </PopButton>
    </section>
  )
}

/** Everything of this dialogue goes away; typing the title is the second thought. */
export function DeleteDialogue({ title }: { title: string }) {
  const t = useT()
  const { deleteDialogue } = useApi()
  const [typed, setTyped] = useState('')
  const [told, setTold] = useState<'dialogue.deleted' | 'organise.wrong' | null>(null)
  const remove = async () => {
    try {
      await deleteDialogue()
      setTold('dialogue.deleted')
    } catch {
      setTold('organise.wrong')
    }
  }
  return (
    <PopButton
      icon="trash"
      text={t('dialogue.delete')}
      title={t('dialogue.deleteAsk')}
      cancel={t('dialogue.cancel')}
    >
      <p>{t('dialogue.deleteBody', { title })}</p>
      <TextField label={t('dialogue.deleteType')} value={typed} onChange={setTyped} />
      <output>{told && t(told)}</output>
      <Button
        variant="danger"
        icon="trash"
        isDisabled={typed.trim() !== title.trim() || told === 'dialogue.deleted'}
        onPress={() => void remove()}
      >
        {t('dialogue.delete')}
      </Button>
    </PopButton>
  )
}
