import { AgreementsReader } from '../agreement/AgreementsReader.tsx'
import { StateSentence } from '../floor/StateSentence.tsx'
import { useCommand } from '../floor/useCommand.ts'
import type { RoomView } from '../floor/view.ts'
import { LookBack } from '../meter/LookBack.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useT } from '../ui/text.tsx'
import './shell.css'

/** Leaving on purpose frees the place in the line (F2), so it is asked first. */
export function LeaveQuestion({
  isOpen,
  onOpenChange,
}: {
  isOpen: boolean
  onOpenChange: (open: boolean) => void
}) {
  const t = useT()
  const { busy, run } = useCommand()
  const leave = async (): Promise<void> => {
    await run('leave', {})
    onOpenChange(false)
  }
  return (
    <Dialog noClose title={t('leave.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p>{t('leave.text')}</p>
      <div className="leave-choices">
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

/** After leaving: the way back is one press. */
export function Left() {
  const t = useT()
  const { busy, run } = useCommand()
  const back = async (): Promise<void> => {
    await run('join', {})
  }
  return (
    <main className="plain-page" id="main">
      <h1>{t('left.title')}</h1>
      <p>{t('left.text')}</p>
      <Button variant="primary" size="big" isDisabled={busy !== null} onPress={() => void back()}>
        {t('left.back')}
      </Button>
    </main>
  )
}

/** The meeting is over: thanks, what was agreed, to read, and for whoever led a table the way back. */
export function Ended({ view }: { view: RoomView }) {
  const t = useT()
  return (
    <div className="room is-ended">
      <StateSentence view={view} />
      <main className="plain-page" id="main">
        <h1>{t('ended.title')}</h1>
        <p>{t('ended.text')}</p>
        <LookBack state={view.state} me={view.me} />
        <AgreementsReader />
      </main>
    </div>
  )
}
