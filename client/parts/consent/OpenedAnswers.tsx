import { useRoom } from '../../hooks/useRoom.tsx'
import { useT } from '../ui/text.tsx'
import { openedOf, type Voice } from './opened.ts'

/** All answers: the objections one by one, who stood aside, who was not heard, and who can live with it. No number is an outcome (C7). */
export function OpenedAnswers() {
  const t = useT()
  const opened = useRoom(openedOf)
  if (!opened) return null
  const { objects, aside, unheard, canLive, everybody } = opened
  return (
    <section className="dt-consent-groups" aria-label={t('consent.answers')}>
      {objects.map((voice, index) => (
        <Voices
          key={voice.person}
          title={t('consent.objection', { number: index + 1 })}
          voices={[voice]}
          strong
        />
      ))}
      <Voices title={t('consent.asideTitle')} note={t('consent.noYes')} voices={aside} />
      <Voices title={t('consent.unheardTitle')} note={t('consent.noYes')} voices={unheard} />
      <Voices title={t(everybody ? 'consent.everybody' : 'consent.liveTitle')} voices={canLive} />
      {objects.length > 0 ? <p className="dt-small dt-soft">{t('consent.helps')}</p> : null}
    </section>
  )
}

function Voices(props: { title: string; note?: string; voices: readonly Voice[]; strong?: boolean }) {
  const { title, note, voices, strong } = props
  if (voices.length === 0) return null
  return (
    <section className={strong ? 'dt-consent-group is-strong' : 'dt-consent-group'}>
      <h3>{title}</h3>
      {note === undefined ? null : <p className="dt-small dt-soft">{note}</p>}
      <ul>
        {voices.map((voice) => (
          <OneVoice key={voice.person} voice={voice} />
        ))}
      </ul>
    </section>
  )
}

function OneVoice({ voice: { name, me, group, reason, by } }: { voice: Voice }) {
  const t = useT()
  const about = [...(me ? [t('consent.you')] : []), ...(group ? [t(`group.${group}`)] : [])].join(', ')
  return (
    <li className={me ? 'dt-consent-voice is-me' : 'dt-consent-voice'}>
      <p className="dt-small">
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        <span className="dt-soft">{about}</span>
      </p>
      {reason === '' ? null : (
        <p className="dt-consent-said" dir="auto">
          {reason}
        </p>
      )}
      {by === null ? null : <p className="dt-small dt-soft">{t('consent.by', { name: by })}</p>}
    </li>
  )
}
