import { outcome, whoSaid, type ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import { leaderName } from '../../core/room/leader.ts'
import { floorOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { useT, type MessageKey } from '../ui/text.tsx'
import { AfterRound } from './AfterRound.tsx'
import { Answering } from './Answering.tsx'
import { ConsentText } from './ConsentText.tsx'
import { MinorityNote } from './MinorityNote.tsx'
import { OpenedAnswers } from './OpenedAnswers.tsx'
import { OrderLine } from './OrderLine.tsx'
import { Steps } from './Steps.tsx'
import { Then, ThenAnswers } from './Then.tsx'
import './consent.css'

/** The consent round as everybody in the room sees it: the text, where the round is, and one's own part in it. */
export function ConsentRoom() {
  const t = useT()
  const round = useRoom((view) => floorOf(view).consent)
  if (!round) return <AfterRound />
  const { step } = round
  return (
    <section className="dt-consent" aria-label={t('consent.title')} data-region="consent" tabIndex={-1}>
      <Steps step={step} />
      <div className="dt-consent-main" data-step={step}>
        <ConsentText />
        {step === 'ask' ? (
          <>
            <div className="dt-consent-own">
              <Answering />
            </div>
            <ThenAnswers />
            <OrderLine />
          </>
        ) : null}
        {step === 'open' ? <Opened round={round} /> : null}
        {step === 'clear' || step === 'react' || step === 'read' ? (
          <div className="dt-consent-own">
            <p>{t(`consent.now.${step}`)}</p>
            <ThenAnswers />
          </div>
        ) : null}
      </div>
    </section>
  )
}

type Outcome = ReturnType<typeof outcome>

const GOES_ON: Readonly<Record<Outcome, readonly MessageKey[]>> = {
  agreed: ['consent.goesOn.agreed'],
  returned: ['consent.goesOn.probe', 'consent.goesOn.search', 'consent.goesOn.read', 'consent.goesOn.again'],
  noted: ['consent.goesOn.probe', 'consent.goesOn.note', 'consent.goesOn.hall'],
  stopped: [],
}

function Opened({ round }: { round: ConsentRound }) {
  const t = useT()
  const name = useRoom(leaderName)
  const objects = useRoom((view) => whoSaid(round, 'objects').includes(view.me))
  const how = outcome(round)
  return (
    <>
      <div className="dt-consent-own">
        <OpenedAnswers />
        {how === 'noted' && objects ? (
          <>
            <p>{t('consent.noteMine')}</p>
            <MinorityNote ask={null} />
          </>
        ) : null}
        {how === 'noted' && !objects ? <Note text={round.note} /> : null}
      </div>
      {GOES_ON[how].length > 0 ? (
        <Then
          title={t('consent.goesOn')}
          lines={GOES_ON[how].map((key) => t(key, { name }))}
          now={GOES_ON[how].length > 1 ? 0 : undefined}
        />
      ) : null}
    </>
  )
}

/** The note as far as it is written, to read. */
function Note({ text }: { text: string | null }) {
  const t = useT()
  if (text === null) return null
  return (
    <section className="dt-consent-note" aria-labelledby="consent-note-title">
      <h3 id="consent-note-title">{t('consent.note')}</h3>
      <blockquote>{text}</blockquote>
    </section>
  )
}
