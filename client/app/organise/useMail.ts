import { useEffect, useEffectEvent } from 'react'
import type { MailReply } from '../../../shared/protocol.ts'
import { useFetched, type Fetched } from '../../hooks/useFetched.ts'
import { useApi } from './api.ts'
import { isBusy } from './invite.ts'

/** While mails are on their way the list is asked again this often. */
const AGAIN_MS = 2_000

/** Who has an address, and what became of mail to them. */
export function useMail(people: number): Fetched<MailReply> {
  const api = useApi()
  const mail = useFetched(api.mail, String(people))
  const { found } = mail
  const again = useEffectEvent(mail.again)
  useEffect(() => {
    if (!isBusy(found)) return
    const timer = setInterval(again, AGAIN_MS)
    return () => clearInterval(timer)
  }, [found])
  return mail
}
