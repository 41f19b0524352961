import { useState } from 'react'
import type { LinkRow } from '../../../shared/protocol.ts'
import { useFetched } from '../../hooks/useFetched.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button, LinkButton } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'

interface ErasePersonProps {
  row: Pick<LinkRow, 'person' | 'name'>
  /** A session is under way. */
  running: boolean
  /** With the numbers of tables whose text could not be read. */
  onErased: (unread: readonly number[]) => void
}

/** Somebody's name out of everything: first what goes and what stays, then a second press. */
export function ErasePerson({ row: { person, name }, running, onErased }: ErasePersonProps) {
  const t = useT()
  const { erasePerson, fileUrl } = useApi()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const erase = async (close: () => void) => {
    setBusy(true)
    setFailed(false)
    try {
      const { unread } = await erasePerson(person)
      close()
      onErased(unread)
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }
  return (
    <PopButton
      icon="trash"
      text={t('erase.button')}
      label={t('erase.named', { name })}
      title={t('erase.ask', { name })}
      cancel={t('erase.not')}
    >
      {(close) => (
        <>
          <WhatGoes person={person} name={name} />
          <LinkButton icon="download" href={fileUrl(person)} download>
            {t('erase.file', { name })}
          </LinkButton>
          <p>
            <strong>{t(running ? 'erase.running' : 'erase.final')}</strong>
          </p>
          <div role="alert">{failed ? <p>{t('erase.failed')}</p> : null}</div>
          <Button
            variant="danger"
            icon="trash"
            isDisabled={running || busy}
            onPress={() => void erase(close)}
          >
            {t('erase.named', { name })}
          </Button>
        </>
      )}
    </PopButton>
  )
}

function WhatGoes({ person, name }: { person: string; name: string }) {
  const t = useT()
  return (
    <>
      <h3>{t('erase.goes')}</h3>
      <ul className="dt-kept">
        <li>{t('erase.goesName')}</li>
        <li>{t('erase.goesLink')}</li>
        <li>{t('erase.goesSaid', { name })}</li>
      </ul>
      <h3>{t('erase.stays')}</h3>
      <ul className="dt-kept">
        <li>{t('erase.staysWords')}</li>
        <InText person={person} name={name} />
        <li>{t('erase.staysReason')}</li>
        <li>{t('erase.staysTime')}</li>
      </ul>
    </>
  )
}

/** Words that were agreed are changed at a table only: which ones name this person is said before it is too late. */
function InText({ person, name }: { person: string; name: string }) {
  const t = useT()
  const { mentionsOf } = useApi()
  const { found } = useFetched(() => mentionsOf(person))
  if (!found) return <li>{t('erase.staysInText')}</li>
  const listed = (key: 'erase.namedNow' | 'erase.namedBefore', numbers: readonly number[]) =>
    numbers.length === 0 ? null : (
      <li>
        <strong>{t(key, { name, count: numbers.length, list: numbers.join(', ') })}</strong>
      </li>
    )
  return (
    <>
      {listed('erase.namedNow', found.now)}
      {listed('erase.namedBefore', found.before)}
      {found.now.length + found.before.length === 0 ? <li>{t('erase.namedNowhere', { name })}</li> : null}
    </>
  )
}
