import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Dialog } from '../../parts/ui/Dialog.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useCommand } from '../../parts/ui/useCommand.ts'
import type { Over } from '../../parts/ui/useOpening.ts'
import './shell.css'

/** Leaving on purpose frees the place in the line (F2), so it is asked first. */
export function LeaveQuestion({ isOpen, onOpenChange }: Over) {
  const t = useT()
  const waits = useRoom((view) => floorOf(view).queue.some(({ person }) => person === view.me))
  const { busy, run } = useCommand()
  const leave = async (): Promise<void> => {
    await run('leave', {})
    onOpenChange(false)
  }
  return (
    <Dialog noClose title={t('leave.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p>
        {waits ? `${t('leave.place')} ` : null}
        {t('leave.text')}
      </p>
      <div className="dt-leave-choices">
        <Button variant="primary" onPress={() => onOpenChange(false)}>
          {t('leave.no')}
        </Button>
        <Button icon="leave" isDisabled={busy !== null} onPress={() => void leave()}>
          {t('leave.yes')}
        </Button>
      </div>
    </Dialog>
  )
}
