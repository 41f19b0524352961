import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { PopButton } from '../../../parts/facilitate/PopButton.tsx'
import { Button } from '../../../parts/ui/Button.tsx'
import { hasMessage, useLocale, useT, type MessageKey } from '../../../parts/ui/text.tsx'
import { TextArea } from '../../../parts/ui/TextField.tsx'
import { dayOf } from '../../../parts/ui/when.ts'
import { useApi } from '../api.ts'
import type { OrganiserView } from '../view.ts'

const KINDS = ['.odt', '.docx', '.pdf', '.txt', '.md']

/** Why it was not compared, in the words that fit the server's. */
function sentenceFor(code: string): MessageKey {
  for (const key of [`adoption.unread.${code}`, `refusal.${code}`]) if (hasMessage(key)) return key
  return 'organise.wrong'
}

/** What the council decided, pasted or as a file, to be held against the agreements (H3). */
export function CouncilText({ view }: { view: OrganiserView }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const { sendCouncil } = useApi()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<MessageKey | null>(null)
  const { state, me } = view
  const { decision, offeredAt } = state.council
  const compare = async () => {
    setBusy(true)
    setTold(null)
    try {
      const code = await sendCouncil(file ?? text)
      setTold(code === null ? 'adoption.compared' : sentenceFor(code))
    } catch {
      setTold('organise.wrong')
    }
    setBusy(false)
  }
  const isNothing = file === null && text.trim() === ''
  const isWrong = told !== null && told !== 'adoption.compared'
  return (
    <section className="dt-desk-card" aria-labelledby="council-text-title">
      <h2 id="council-text-title">{t('adoption.text')}</h2>
      <p>{t('adoption.since', { day: offeredAt === null ? '' : dayOf(offeredAt, locale) })}</p>
      <TextArea
        label={t('adoption.paste')}
        rows={7}
        value={text}
        onChange={(next) => (setText(next), setFile(null), setTold(null))}
      />
      <div className="dt-desk-buttons">
        <FileTrigger
          acceptedFileTypes={KINDS}
          onSelect={(files) => (setFile(files?.item(0) ?? null), setTold(null))}
        >
          <Button icon="file">{t('adoption.file')}</Button>
        </FileTrigger>
        <span className="dt-desk-note">
          {file ? t('adoption.chosen', { name: file.name }) : t('adoption.kinds')}
        </span>
      </div>
      <output className={isWrong ? 'dt-organise-told is-trouble' : 'dt-organise-told'}>
        {told ? <span>{t(told)}</span> : null}
      </output>
      <Button
        variant={decision ? 'default' : 'primary'}
        icon="split"
        isDisabled={busy || isNothing}
        onPress={() => void compare()}
      >
        {t(busy ? 'adoption.comparing' : decision ? 'adoption.again' : 'adoption.compare')}
      </Button>
      <p className="dt-desk-note">{t('adoption.how')}</p>
      {state.people[me]?.role === 'organiser' ? <TakeBack view={view} /> : null}
    </section>
  )
}

function TakeBack({ view }: { view: OrganiserView }) {
  const t = useT()
  return (
    <PopButton
      icon="undo"
      text={t('adoption.back')}
      title={t('adoption.backAsk')}
      cancel={t('adoption.backNo')}
    >
      {(close) => (
        <>
          <p>{t('adoption.backSub')}</p>
          <Button variant="danger" icon="undo" onPress={() => void view.run('takeBackSet', {}).then(close)}>
            {t('adoption.back')}
          </Button>
        </>
      )}
    </PopButton>
  )
}
