import { useEffect, useState } from 'react'
import type { MeReply } from '../../shared/protocol.ts'
import { Icon } from '../parts/ui/Icon.tsx'
import { useLocale, useT } from '../parts/ui/text.tsx'
import { dayAndTime } from '../parts/ui/when.ts'
import { ownDialogues } from './ownDialogues.ts'
import './front.css'

interface Found {
  dialogues: MeReply[]
  /** Some could not be asked about now; they are not forgotten. */
  away: boolean
}

/** The dialogues that this browser organises, with their dates and where they are; nothing where there are none. */
export function OwnDialogues({ base }: { base: string }) {
  const t = useT()
  const found = useOwnDialogues(base)
  if (!found || (found.dialogues.length === 0 && !found.away)) return null
  return (
    <section className="dt-card dt-stack-tight" aria-labelledby="yours-title">
      <h2 id="yours-title">{t('front.yours')}</h2>
      <ul className="dt-yours" aria-labelledby="yours-title">
        {found.dialogues.map((about) => (
          <Own key={about.person.id} base={base} about={about} />
        ))}
      </ul>
      <p className="dt-soft">{t(found.away ? 'front.yoursAway' : 'front.yoursNote')}</p>
    </section>
  )
}

function Own({ base, about: { person, dialogue, phase } }: { base: string; about: MeReply }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const when = dialogue.date === null ? t('front.noDate') : dayAndTime(Date.parse(dialogue.date), locale)
  const state = phase === 'lobby' || phase === 'ended' ? phase : 'running'
  return (
    <li>
      <a className="dt-who" href={`${base}/p/${person.id}/`}>
        <span className="dt-who-words">
          <b>
            <bdi>{dialogue.title}</bdi>
          </b>
          <small>{when}</small>
          <span className="dt-who-does">{t(`front.phase.${state}`)}</span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  )
}

type Asked = MeReply | 'gone' | 'away'

/** The cookie goes along to that person's own address only; without it the server says nothing, and so do we. */
async function ask(base: string, person: string): Promise<Asked> {
  try {
    const reply = await fetch(`${base}/p/${encodeURIComponent(person)}/api/me`, {
      credentials: 'same-origin',
    })
    if (reply.status >= 500) return 'away'
    const about = reply.ok ? ((await reply.json()) as MeReply) : null
    // the demonstration's organiser is nobody's own
    return about?.person.role === 'organiser' && !about.demo ? about : 'gone'
  } catch {
    return 'away'
  }
}

function useOwnDialogues(base: string): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let open = true
    const own = ownDialogues(`${base}/`)
    const people = own.all()
    void Promise.all(people.map((person) => ask(base, person))).then((replies) => {
      for (const [index, person] of people.entries()) if (replies[index] === 'gone') own.forget(person)
      if (!open) return
      const dialogues = replies.filter((reply) => typeof reply === 'object')
      setFound({ dialogues, away: replies.includes('away') })
    })
    return () => {
      open = false
    }
  }, [base])
  return found
}
