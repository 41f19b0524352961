import { createTransport } from 'nodemailer'
import { Readable } from 'node:stream'

/** Sending mail from this installation; without it people get letters. */
export interface MailSettings {
  /** Where mail is handed over, such as smtps://user:secret@mail.example.nl; no certificate, no sending. */
  smtp: string
  /** The one sender, at a domain that allows this server to send for it, such as "Dialoog <dialoog@example.nl>". */
  from: string
}

export interface Message {
  to: { name: string; address: string }
  replyTo: string | null
  subject: string
  text: string
  html: string
  /** A calendar file. */
  calendar: string | null
  /** Where the mail program itself can say "no more mail" (RFC 8058). */
  unsubscribe: string
}

/**
 * `refused`: the address is none, said a server for good. `later`: certainly not taken, and it may be the next time. `failed`:
 * not taken, whoever it is for. `unsure`: the line broke while the message went over; whether it was taken nobody knows.
 */
export type Handed = 'sent' | 'refused' | 'later' | 'failed' | 'unsure'

export interface Mailer {
  hand(message: Message): Promise<Handed>
}

const TIMES = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
/** No file of this machine and no address elsewhere gets into a message. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true }

export function createMailer({ smtp, from }: MailSettings): Mailer {
  const line = createTransport(smtp, CLOSED)
  Object.assign(line.options, TIMES)
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' }, CLOSED)
  return {
    async hand({ to, replyTo, calendar, unsubscribe, ...words }) {
      const { envelope, message } = await writer.sendMail({
        ...words,
        from,
        to,
        ...(replyTo !== null && { replyTo }),
        headers: {
          'Auto-Submitted': 'auto-generated',
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        ...(calendar !== null && {
          attachments: [
            {
              filename: 'bijeenkomst.ics',
              content: calendar,
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
            },
          ],
        }),
      })
      let begun = false
      const raw = new Readable({
        read() {
          begun = true
          this.push(message)
          this.push(null)
        },
      })
      try {
        await line.sendMail({ envelope, raw })
        return 'sent'
      } catch (error) {
        return outcomeOf(error, begun)
      }
    },
  }
}

/** What came of a message that a server did not take. `begun`: it had begun to go over the line. */
function outcomeOf(error: unknown, begun: boolean): Handed {
  const { responseCode, command, code } = error as {
    responseCode?: number
    command?: string
    code?: string
  }
  if (responseCode !== undefined && responseCode >= 500) return command === 'RCPT TO' ? 'refused' : 'failed'
  if (responseCode !== undefined && responseCode >= 400) return 'later'
  if (code === 'EENVELOPE') return 'refused'
  return begun ? 'unsure' : 'later'
}
