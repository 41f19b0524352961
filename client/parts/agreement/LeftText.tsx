import { useState } from 'react'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import type { Left } from '../../core/texts/left.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'

/** What somebody typed and could not be kept: never mixed in silently, never lost without a word. */
export function LeftText({ table, left }: { table: TableId; left: Left }) {
  const t = useT()
  const { texts } = useDialogue()
  const [copied, setCopied] = useState(false)
  const copy = () => {
    void navigator.clipboard?.writeText(left.words).then(() => setCopied(true))
  }
  return (
    <div className="dt-agreement-left" aria-live="polite">
      <p>{t(left.refused ? 'agreement.refused' : 'agreement.left')}</p>
      <blockquote dir="auto">{left.words}</blockquote>
      <div className="dt-row">
        <Button icon="copy" onPress={copy}>
          {t(copied ? 'agreement.copied' : 'agreement.copy')}
        </Button>
        <Button variant="quiet" onPress={() => texts.dismissLeft(table)}>
          {t('agreement.dismiss')}
        </Button>
      </div>
    </div>
  )
}
