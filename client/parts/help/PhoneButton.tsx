import type { PersonId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useCommand } from '../ui/useCommand.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'

/** "Belt in" or "Doet mee via het scherm", for a participant who cannot press it themselves; nothing for anybody else. */
export function PhoneButton({ person }: { person: PersonId }) {
  const t = useT()
  const { busy, run } = useCommand()
  const found = useSession(({ state }) => state?.people[person])
  if (found?.role !== 'participant') return null
  const { name, phone } = found
  return (
    <Button
      icon="phone"
      isDisabled={busy !== null}
      aria-label={t(phone ? 'phone.unsetName' : 'phone.setName', { name })}
      onPress={() => void run('setPhone', { person, phone: !phone })}
    >
      {t(phone ? 'phone.unset' : 'phone.set')}
    </Button>
  )
}
