import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** Two equal answers to whether one wants to be named. */
export function NameAnswers() {
  const t = useT()
  const { busy, run } = useCommand()
  const say = (yes: boolean) => void run('allowName', { yes })
  return (
    <div className="dt-row">
      <Button isDisabled={busy !== null} onPress={() => say(true)}>
        {t('between.nameWith')}
      </Button>
      <Button isDisabled={busy !== null} onPress={() => say(false)}>
        {t('between.nameWithout')}
      </Button>
    </div>
  )
}

/** The same among the notices of the room; it takes no focus and covers nothing, and stays until it is answered. */
export function NameNotice() {
  const t = useT()
  return (
    <div className="dt-notice is-nudge" role="status">
      <Icon name="council" />
      <p>
        {t('between.nameAsked')} <small>{t('between.nameNo')}</small>
      </p>
      <NameAnswers />
    </div>
  )
}
