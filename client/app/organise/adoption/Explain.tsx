import { useState } from 'react'
import type { Judged } from '../../../../shared/dialogue/council/council.ts'
import type { Run } from '../../../parts/facilitate/run.ts'
import { Button } from '../../../parts/ui/Button.tsx'
import { TextArea, TextField } from '../../../parts/ui/TextField.tsx'
import { useT } from '../../../parts/ui/text.tsx'

/** Who changed it, and why: without it nothing is published. */
export function Explain({ judged, run }: { judged: Judged; run: Run }) {
  const t = useT()
  const { agreement, verdict } = judged
  const [by, setBy] = useState(judged.by)
  const [reason, setReason] = useState(judged.reason)
  const isKept = by.trim() === judged.by && reason.trim() === judged.reason
  const isSaid = judged.reason !== ''
  return (
    <>
      {verdict === 'changed' ? (
        <TextField
          label={t('adoption.by')}
          hint={t('adoption.byHint')}
          maxLength={200}
          value={by}
          onChange={setBy}
        />
      ) : null}
      <TextArea
        label={t(verdict === 'declined' ? 'adoption.declined' : 'adoption.reason')}
        rows={2}
        maxLength={2_000}
        value={reason}
        onChange={setReason}
      />
      <div className="dt-desk-buttons">
        <Button
          icon="check"
          isDisabled={isKept}
          onPress={() => void run('explainVerdict', { agreement, by, reason })}
        >
          {t('adoption.save')}
        </Button>
        <output className="dt-desk-note">{isKept && isSaid ? t('adoption.saved') : null}</output>
      </div>
    </>
  )
}
