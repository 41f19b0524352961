import { fetched } from '../../core/fetched.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useOpening } from '../ui/useOpening.ts'
import { useTold } from './told.ts'

const loadDialog = fetched(async () => (await import('./HelpDialog.tsx')).HelpDialog)

/** "Ik heb hulp nodig": one press away on every screen. Says so while one waits. */
export function HelpButton() {
  const t = useT()
  const waits = useSession(({ state, me }) => state?.help.some((call) => call.person === me) ?? false)
  const told = useTold()
  const { Part: HelpDialog, open, over, ahead } = useOpening(loadDialog)
  return (
    <>
      <Button icon="help" {...ahead} aria-expanded={over.isOpen} onPress={open}>
        {t(told ? 'help.told' : waits ? 'help.asked' : 'words.help')}
      </Button>
      {HelpDialog ? <HelpDialog {...over} /> : null}
    </>
  )
}
