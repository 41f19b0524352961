import type { RoomId, SessionState } from '../../../shared/dialogue/model.ts'
import { timeOf } from '../ui/when.ts'
import { useLocale, useT } from '../ui/text.tsx'

/** S8: what was taken off in this room: who, which stretch, why, by whom and when. Nothing while nothing was. */
export function Corrections({ state, room }: { state: SessionState; room: RoomId }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const own = state.corrections.filter((correction) => correction.room === room)
  if (own.length === 0) return null
  const name = (person: string) => state.people[person]?.name ?? '…'
  const time = (at: number) => timeOf(at, locale)
  return (
    <section className="dt-corrections" aria-labelledby={`corrections-${room}`}>
      <h3 id={`corrections-${room}`}>{t('correct.list')}</h3>
      <ul>
        {own.map((one) => (
          <li key={`${one.person} ${one.at} ${one.from}`}>
            <p>{t('correct.what', { name: name(one.person), from: time(one.from), to: time(one.to) })}</p>
            <p className="dt-desk-note">
              {t('correct.whyBy', { reason: one.reason, by: name(one.by), at: time(one.at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
