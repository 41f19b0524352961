import type { ReactNode } from 'react'
import type { LinkRow, MailedPerson } from '../../../shared/protocol.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { PhoneButton } from '../../parts/help/PhoneButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { CheckLine } from '../../parts/ui/CheckLine.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { CopyButton } from './CopyButton.tsx'
import { mailedWords } from './mailedWords.ts'
import { ScanCode } from './ScanCode.tsx'

interface LinkLineProps {
  row: LinkRow
  mailed: MailedPerson | undefined
  /** Null: nobody is being chosen now. */
  ticked: boolean | null
  onTick: (ticked: boolean) => void
  onRenew: (person: string) => Promise<void>
  onBounced: (person: string, bounced: boolean) => Promise<void>
  children: ReactNode
}

/** Somebody's link: how far it got, and what to do with it. */
export function LinkLine({ row, mailed, ticked, onTick, onRenew, onBounced, children }: LinkLineProps) {
  const t = useT()
  const { locale } = useLocale()
  const { name } = row
  return (
    <li className="dt-entry">
      {ticked === null ? null : (
        <CheckLine isSelected={ticked} onChange={onTick}>
          <span className="dt-unseen">{t('invite.tick', { name })}</span>
        </CheckLine>
      )}
      <span className="dt-entry-who">
        <strong>{name}</strong>
        <span className="dt-desk-note">
          {t(row.group ? `group.${row.group}` : `links.role.${row.role}`)}
          {`, ${row.opened ? t('links.opened') : mailedWords(mailed, t, locale)}`}
        </span>
      </span>
      <CopyButton text={row.url} label={t('links.copyName', { name })} />
      <ScanCode row={row} />
      <PopButton
        icon="round"
        text={t('links.renew')}
        label={t('links.renewName', { name })}
        title={t('links.renewAsk', { name })}
        cancel={t('dialogue.cancel')}
      >
        {(close) => (
          <>
            <p>{t('links.renewBody')}</p>
            <Button variant="danger" icon="round" onPress={() => void onRenew(row.person).then(close)}>
              {t('links.renew')}
            </Button>
          </>
        )}
      </PopButton>
      {mailed?.bounced || mailed?.invitation?.state === 'sent' ? (
        <Button
          icon={mailed.bounced ? 'undo' : 'reply'}
          aria-label={t(mailed.bounced ? 'invite.worksName' : 'invite.bouncedName', { name })}
          onPress={() => void onBounced(row.person, !mailed.bounced)}
        >
          {t(mailed.bounced ? 'invite.works' : 'invite.bounced')}
        </Button>
      ) : null}
      <PhoneButton person={row.person} />
      {children}
    </li>
  )
}
