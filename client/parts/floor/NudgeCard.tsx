import { useState } from 'react'
import type { Nudge, NudgeAnswer } from '../../../shared/dialogue/model.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { showToast } from '../ui/Toast.tsx'
import { NUDGE_CHOICES } from './nudge.ts'
import { useCommand } from '../ui/useCommand.ts'

/**
 * A private question with three equal answers (S6). It takes no focus and covers nothing: it stands where all notices do,
 * one at a time, and goes by itself. Its answers come before the talk in the order of the keyboard.
 */
export function NudgeCard({ nudge }: { nudge: Nudge }) {
  const t = useT()
  const { busy, run } = useCommand()
  const [sent, setSent] = useState(false)
  const answer = async (words: NudgeAnswer): Promise<void> => {
    setSent(true)
    const taken = await run('answerNudge', { answer: words })
    if (!taken) return setSent(false)
    if (words !== 'speak') showToast(t(`nudge.after.${words}`))
  }
  return (
    <div className="dt-notice is-nudge" role="status">
      <Icon name={nudge.why === 'silent' ? 'ear' : 'clock'} />
      <p>
        {t(`nudge.${nudge.why}`)} <small>{t('nudge.private')}</small>
      </p>
      <div className="dt-nudge-answers">
        {NUDGE_CHOICES[nudge.why].map((words) => (
          <Button key={words} isDisabled={sent || busy !== null} onPress={() => void answer(words)}>
            {t(`nudge.${words}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
