import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import type { Over } from '../ui/useOpening.ts'
import { HelpPanel } from './HelpPanel.tsx'

/** The way to help over the screen one is on. */
export function HelpDialog(over: Over) {
  const t = useT()
  return (
    <Dialog title={t('help.title')} {...over}>
      <HelpPanel />
    </Dialog>
  )
}
