import { useState } from 'react'
import type { Person, PersonId } from '../../../shared/dialogue/model.ts'
import { maySitBeside } from '../../../shared/dialogue/people/maySitBeside.ts'
import { guestsOf } from '../../../shared/dialogue/places.ts'
import type { SessionStore } from '../../../shared/channel/store.ts'
import { connected } from '../../core/room/standing.ts'
import { useSame } from '../../hooks/useSame.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import type { Over } from '../ui/useOpening.ts'

/** Those of whom this device may say it, by name; who is in on a device elsewhere only the server knows. */
function mayCome({ state, presence }: SessionStore, host: PersonId): Person[] {
  if (!state) return []
  const present = connected(presence)
  return state.order
    .filter((person) => maySitBeside(state, host, person, present))
    .flatMap((person) => state.people[person] ?? [])
    .toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))
}

const guests = ({ state }: SessionStore, host: PersonId): Person[] =>
  state ? guestsOf(state, host).flatMap((person) => state.people[person] ?? []) : []

/** Who sits at somebody's device beside them, named by hand. Without `host` it is one's own device. */
export function BesideDialog({ host, ...over }: Over & { host?: PersonId }) {
  const t = useT()
  const { busy, run } = useCommand()
  const me = useSession((session) => session.me)
  const person = host ?? me
  const name = useSession(({ state }) => state?.people[person]?.name ?? '')
  const people = useSession(useSame((session: SessionStore) => mayCome(session, person)))
  const there = useSession(useSame((session: SessionStore) => guests(session, person)))
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const add = async (): Promise<void> => {
    if (chosen !== null && (await run('sitBeside', { person, guest: chosen }))) setChosen(null)
  }
  return (
    <Dialog title={person === me ? t('beside.titleMine') : t('beside.title', { name })} {...over}>
      <div className="dt-stack">
        <p>{t('beside.text')}</p>
        {people.length === 0 ? (
          <p>{t('beside.nobody')}</p>
        ) : (
          <>
            <Select
              label={t('beside.choose')}
              placeholder={t('beside.chooseOne')}
              value={chosen}
              options={people.map((one) => ({ id: one.id, text: one.name }))}
              onChange={setChosen}
            />
            <Button
              variant="primary"
              icon="plus"
              isDisabled={chosen === null || busy !== null}
              onPress={() => void add()}
            >
              {t('beside.add')}
            </Button>
          </>
        )}
        {there.map((guest) => (
          <Button
            key={guest.id}
            icon="close"
            isDisabled={busy !== null}
            onPress={() => void run('leaveBeside', { person, guest: guest.id })}
          >
            {t('beside.end', { name: guest.name })}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
