import { useState } from 'react'
import type { LinkRow, MailReply } from '../../../shared/protocol.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { Select } from '../../parts/ui/Select.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'
import { invitedBy, mailedOf, takesMail, WHOM, type Whom } from './invite.ts'
import { OwnAddress } from './OwnAddress.tsx'

interface InvitingProps {
  rows: readonly LinkRow[]
  mail: MailReply | null
  me: string
  whom: Whom
  onWhom: (whom: Whom) => void
  ticked: ReadonlySet<string>
  dated: boolean
  /** Mails are on their way, or an address was changed. */
  onChanged: () => void
}

/** A page of their own in another tab; whose they are goes in a form, for in an address there is not room for many. */
function Letters({ url, to }: { url: string; to: readonly LinkRow[] }) {
  const t = useT()
  return (
    <form method="post" action={url} target="_blank">
      <input type="hidden" name="people" value={to.map(({ person }) => person).join(',')} />
      <Button type="submit" icon="print">
        {t('invite.letters', { count: to.length })}
      </Button>
    </form>
  )
}

/** By mail or on paper: whom, and then one press. */
export function Inviting({ rows, mail, me, whom, onWhom, ticked, dated, onChanged }: InvitingProps) {
  const t = useT()
  const { written: locale } = useLocale()
  const api = useApi()
  const [told, setTold] = useState<string | null>(null)
  const meant = invitedBy(whom, { rows, mail, ticked, me })
  const mailable = meant.filter(({ person }) => takesMail(mailedOf(mail, person)))
  const send = async (close: () => void) => {
    close()
    try {
      const { sending } = await api.sendMail(mailable.map(({ person }) => person))
      setTold(t('invite.sending', { count: sending }))
      onChanged()
    } catch {
      setTold(t('organise.wrong'))
    }
  }
  const organisers = rows.filter(({ role }) => role === 'organiser').length
  return (
    <section className="dt-desk-card" aria-labelledby="invite-title">
      <h2 id="invite-title">{t('invite.title')}</h2>
      <div className="dt-organise-row">
        <Select
          label={t('invite.whom')}
          value={whom}
          options={WHOM.map((id) => ({ id, text: t(`invite.${id}`) }))}
          onChange={onWhom}
        />
        {mail?.from ? (
          <PopButton
            icon="announce"
            isDisabled={mailable.length === 0}
            text={t('invite.mail', { count: mailable.length })}
            title={t('invite.ask', { count: mailable.length })}
            cancel={t('dialogue.cancel')}
          >
            {(close) => (
              <>
                <p>{t('invite.body', { from: mail.from ?? '' })}</p>
                <p>{t(dated ? 'invite.reminder' : 'invite.noDate')}</p>
                <Button variant="primary" icon="announce" onPress={() => void send(close)}>
                  {t('invite.mail', { count: mailable.length })}
                </Button>
              </>
            )}
          </PopButton>
        ) : null}
        {meant.length > 0 ? (
          <Letters url={api.lettersUrl(locale)} to={whom === 'all' ? rows : meant} />
        ) : null}
      </div>
      <output>{told}</output>
      {mail && mail.from === null ? <p className="dt-desk-note">{t('invite.notSetUp')}</p> : null}
      {mail?.from && mailable.length < meant.length ? (
        <p className="dt-desk-note">{t('invite.without', { count: meant.length - mailable.length })}</p>
      ) : null}
      {organisers === 1 ? <p className="dt-desk-note">{t('invite.alone')}</p> : null}
      {mail?.from ? <OwnAddress me={me} mail={mailedOf(mail, me)?.mail ?? ''} onSaved={onChanged} /> : null}
    </section>
  )
}
