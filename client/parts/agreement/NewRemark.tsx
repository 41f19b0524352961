import { useState } from 'react'
import { EDITOR_LIMITS } from '../../../shared/agreement/limits.ts'
import type { AgreementId, TableId } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** One button; a place to write only for who asks for it. */
export function NewRemark({ table, agreement }: { table: TableId; agreement: AgreementId }) {
  const t = useT()
  const { busy, run } = useCommand()
  const [text, setText] = useState<string | null>(null)

  const place = async () => {
    if (await run('remarkOnAgreement', { table, agreement, text: text ?? '' })) setText(null)
  }
  if (text === null)
    return (
      <Button variant="quiet" icon="talk" className="dt-agreement-plain" onPress={() => setText('')}>
        {t('writing.remark')}
      </Button>
    )
  return (
    <div className="dt-agreement-remark">
      <TextField
        multiline
        rows={2}
        label={t('writing.remark')}
        hint={t('writing.remarkHint')}
        maxLength={EDITOR_LIMITS.remark}
        value={text}
        onChange={setText}
      />
      <div className="dt-row">
        <Button icon="check" isDisabled={busy !== null || text.trim() === ''} onPress={() => void place()}>
          {t('writing.remarkPlace')}
        </Button>
        <Button variant="quiet" onPress={() => setText(null)}>
          {t('words.close')}
        </Button>
      </div>
    </div>
  )
}
