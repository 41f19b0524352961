import { Suspense, useState } from 'react'
import type { RoomId } from '../../../shared/dialogue/model.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import { useSession } from '../../hooks/useSession.ts'
import { EvaluationReport } from '../../parts/evaluation/later.ts'
import { RoomBalance } from '../../parts/facilitate/RoomBalance.tsx'
import { BalanceReview, roomWords } from '../../parts/meter/BalanceReview.tsx'
import { Banner } from '../../parts/ui/Banner.tsx'
import { Select } from '../../parts/ui/Select.tsx'
import { useT } from '../../parts/ui/text.tsx'
import type { OrganiserView } from './view.ts'

/** The balance of any room now, and beside it the way back through the session (S4). */
export function BalanceSection({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state } = view
  return (
    <>
      <NotMeasured view={view} />
      <div className="dt-organise-two">
        <section className="dt-desk-card" aria-labelledby="now-title">
          <h2 id="now-title">{t('review.nowTitle')}</h2>
          <Now view={view} />
        </section>
        <section className="dt-desk-card" aria-labelledby="back-title">
          <h2 id="back-title">{t('review.title')}</h2>
          <BalanceReview state={state} />
        </section>
      </div>
      <Suspense fallback={null}>
        <EvaluationReport />
      </Suspense>
    </>
  )
}

function Now({ view }: { view: OrganiserView }) {
  const t = useT()
  const { state, me, run } = view
  const rooms = useSession((session) => session.meter?.rooms)?.map((balance) => balance.room) ?? []
  const [wanted, setRoom] = useState<RoomId | null>(null)
  const room = wanted !== null && rooms.includes(wanted) ? wanted : rooms[0]
  if (room === undefined) return <p className="dt-desk-empty">{t('desk.noBalance')}</p>
  return (
    <>
      {rooms.length > 1 && (
        <Select
          label={t('review.where')}
          value={room}
          options={rooms.map((id) => ({ id, text: roomWords(state, id, t) }))}
          onChange={setRoom}
        />
      )}
      <RoomBalance key={room} room={room} state={state} run={run} leads={leads(state, me, room)} />
    </>
  )
}

/** S8: where measuring stands still, for whoever looks over all rooms. */
function NotMeasured({ view }: { view: OrganiserView }) {
  const t = useT()
  const gaps = useSession((session) => session.meter?.gaps) ?? []
  if (gaps.length === 0) return null
  return (
    <Banner
      tone="trouble"
      icon="warning"
      title={t('desk.notMeasured')}
      text={gaps.map((room) => roomWords(view.state, room, t)).join(', ')}
    />
  )
}
