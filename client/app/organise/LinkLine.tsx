import { useState, type ReactNode } from 'react'
import type { LinkRow, MailedPerson } from '../../../shared/protocol.ts'
import { PhoneButton } from '../../parts/help/PhoneButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { CheckLine } from '../../parts/ui/CheckLine.tsx'
import { Dialog } from '../../parts/ui/Dialog.tsx'
import { Menu } from '../../parts/ui/Menu.tsx'
import type { MenuChoice } from '../../parts/ui/MenuList.tsx'
import { useLocale, useT, type T } from '../../parts/ui/text.tsx'
import { CopyButton } from './CopyButton.tsx'
import { linkWords } from './mailedWords.ts'
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

type Action = 'scan' | 'renew' | 'bounced' | 'works'

/** Somebody's link: how far it got, and what to do with it. */
export function LinkLine({ row, mailed, ticked, onTick, onRenew, onBounced, children }: LinkLineProps) {
  const t = useT()
  const { written: locale } = useLocale()
  const [open, setOpen] = useState<'scan' | 'renew' | null>(null)
  const { name, person } = row
  const choose = (action: Action) => {
    if (action === 'scan' || action === 'renew') setOpen(action)
    else void onBounced(person, action === 'bounced')
  }
  const shown = (which: typeof open) => ({
    isOpen: open === which,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? which : null),
  })
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
          {`, ${linkWords(row, mailed, t, locale)}`}
        </span>
      </span>
      <CopyButton text={row.url} label={t('links.copyName', { name })} />
      <Menu
        icon="more"
        text={t('invite.more')}
        label={t('invite.moreName', { name })}
        items={actions(mailed, t)}
        onChoose={choose}
      />
      <Dialog title={t('invite.scanName', { name })} {...shown('scan')}>
        <ScanCode row={row} />
      </Dialog>
      <Dialog title={t('links.renewAsk', { name })} noClose {...shown('renew')}>
        {(close) => (
          <>
            <p>{t('links.renewBody')}</p>
            <Button variant="danger" icon="round" onPress={() => void onRenew(person).then(close)}>
              {t('links.renew')}
            </Button>
            <Button onPress={close}>{t('dialogue.cancel')}</Button>
          </>
        )}
      </Dialog>
      <PhoneButton person={person} />
      {children}
    </li>
  )
}

function actions(mailed: MailedPerson | undefined, t: T): MenuChoice<Action>[] {
  const items: MenuChoice<Action>[] = [
    { id: 'scan', icon: 'phone', text: t('invite.scan') },
    { id: 'renew', icon: 'round', text: t('links.renewLink') },
  ]
  if (mailed?.bounced) items.push({ id: 'works', icon: 'check', text: t('invite.works') })
  else if (mailed?.invitation?.state === 'sent')
    items.push({ id: 'bounced', icon: 'reply', text: t('invite.bounced') })
  return items
}
