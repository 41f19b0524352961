import { useSession } from '../session/store.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import { HelpPanel } from './HelpPanel.tsx'

/** "Ik heb hulp nodig": one press away on every screen. Says so while one waits. */
export function HelpButton() {
  const t = useT()
  const waits = useSession(({ state, me }) => state?.help.some((call) => call.person === me) ?? false)
  return (
    <Dialog
      title={t('help.title')}
      trigger={<Button icon="help">{t(waits ? 'help.asked' : 'words.help')}</Button>}
    >
      <HelpPanel />
    </Dialog>
  )
}
