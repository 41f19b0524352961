import type { LinkRow, MailedPerson } from '../../../shared/protocol.ts'
import type { Locale } from '../../../shared/wire.ts'
import type { T } from '../../parts/ui/text.tsx'
import { dayOf } from '../../parts/ui/when.ts'

/** What became of mail to somebody, in a few words beside their name. */
function mailedWords(mailed: MailedPerson | undefined, t: T, locale: Locale): string {
  if (!mailed) return t('mailed.noAddress')
  const { invitation, reminder, noMail, bounced } = mailed
  if (noMail) return t('mailed.noMail')
  if (bounced) return t('mailed.bounced')
  if (reminder?.state === 'sent') return t('mailed.reminded', { day: dayOf(reminder.at, locale) })
  if (!invitation) return t('mailed.none')
  return t(`mailed.${invitation.state}`, { day: dayOf(invitation.at, locale) })
}

/** How far somebody is with their link; whoever opened it may have said something about mail all the same. */
export function linkWords(
  { opened }: Pick<LinkRow, 'opened'>,
  mailed: MailedPerson | undefined,
  t: T,
  locale: Locale,
): string {
  if (!opened) return mailedWords(mailed, t, locale)
  const more = mailed?.noMail || mailed?.bounced ? [mailedWords(mailed, t, locale)] : []
  return [t('links.opened'), ...more].join(', ')
}
