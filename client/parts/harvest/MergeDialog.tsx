import { useState } from 'react'
import { paragraphs, plain, type RichText } from '../../../shared/agreement/richText.ts'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCommand } from '../ui/useCommand.ts'

const together = (of: readonly Agreement[], field: 'text' | 'why'): string =>
  of
    .map(({ presented }) => plain(presented?.words[field] ?? []))
    .filter((text) => text !== '')
    .join('\n\n')
const written = (text: string): RichText => paragraphs(...text.split(/\n+/).filter((line) => line.trim()))

/** The new words begin with those of both; what is lost has to be said (H2). */
export function MergeDialog({ of, onClose }: { of: readonly Agreement[]; onClose: () => void }) {
  const t = useT()
  const { busy, run } = useCommand()
  const [title, setTitle] = useState(of[0]?.presented?.words.title ?? '')
  const [text, setText] = useState(together(of, 'text'))
  const [why, setWhy] = useState(together(of, 'why'))
  const [note, setNote] = useState('')
  const ask = async (): Promise<void> => {
    const from = of.map(({ id }) => id)
    const done = await run('mergeAgreements', { from, title, text: written(text), why: written(why), note })
    if (done) onClose()
  }
  return (
    <Dialog title={t('harvest.mergeTitle')} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      <TextField
        label={t('harvest.newTitle')}
        value={title}
        onChange={setTitle}
        maxLength={EDITOR_LIMITS.title}
      />
      <TextField
        multiline
        rows={6}
        label={t('harvest.newText')}
        value={text}
        onChange={setText}
        maxLength={EDITOR_LIMITS.field}
      />
      <TextField
        multiline
        label={t('harvest.newWhy')}
        value={why}
        onChange={setWhy}
        maxLength={EDITOR_LIMITS.field}
      />
      <TextField
        multiline
        isRequired
        label={t('harvest.whatIsLost')}
        hint={t('harvest.nothingLost')}
        value={note}
        onChange={setNote}
        maxLength={1_000}
      />
      <Button icon="check" variant="primary" isDisabled={busy !== null} onPress={() => void ask()}>
        {t('harvest.ask')}
      </Button>
    </Dialog>
  )
}
