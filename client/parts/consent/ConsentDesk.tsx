import type { ConsentRound } from '../../../shared/dialogue/consent/round.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { floorOf, nameOf } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { PopButton } from '../facilitate/PopButton.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'
import { AnswerFor } from './AnswerFor.tsx'
import { ConsentText } from './ConsentText.tsx'
import { deskStep, type Action, type DeskStep } from './deskStep.ts'
import { MinorityNote } from './MinorityNote.tsx'
import { OpenedAnswers } from './OpenedAnswers.tsx'
import { OrderLine } from './OrderLine.tsx'
import { Steps } from './Steps.tsx'
import './consent.css'

/**
 * The round for whoever leads it: its steps, who was heard and not what, and the one thing that comes next (C1, C2, C4).
 * `primary`: that is the one primary button of the screen; in the plenary another is.
 */
export function ConsentDesk({ primary = false }: { primary?: boolean }) {
  const t = useT()
  const round = useRoom((view) => floorOf(view).consent)
  const step = useRoom(deskStep)
  if (!round || !step) return null
  return (
    <section className="dt-desk-card dt-consent-desk" aria-labelledby="consent-desk-title">
      <h2 id="consent-desk-title">
        {t('consent.title')}
        {round.round > 1 ? ` · ${t('consent.roundNumber', { round: round.round })}` : null}
      </h2>
      <div className="dt-consent-columns">
        <div className="dt-consent-own">
          <Steps step={round.step} />
          <ConsentText />
        </div>
        <div className="dt-consent-own">
          <Actions round={round} step={step} primary={primary} />
          {round.step === 'ask' ? <Asking step={step} /> : null}
          {round.step === 'open' ? <OpenDesk step={step} /> : null}
        </div>
      </div>
    </section>
  )
}

function Asking({ step: { unheard, sayAloud } }: { step: DeskStep }) {
  const t = useT()
  const names = useNames(unheard)
  return (
    <>
      <OrderLine />
      <p className="dt-with-icon">
        <Icon name="lock" />
        <span>{t('consent.deskSealed')}</span>
      </p>
      {unheard.length > 0 ? (
        <p className="dt-desk-note">
          {t('consent.unheard', { names })} {t('consent.notYes')}
        </p>
      ) : null}
      {sayAloud.map((person) => (
        <AnswerFor key={person} person={person} />
      ))}
    </>
  )
}

function OpenDesk({ step: { objectors } }: { step: DeskStep }) {
  const t = useT()
  const names = useNames(objectors)
  return (
    <>
      <OpenedAnswers />
      {objectors.length > 0 ? (
        <>
          <p className="dt-consent-ask dt-with-icon">
            <Icon name="talk" />
            <span>{t('consent.noteTwo')}</span>
          </p>
          <MinorityNote ask={names} />
        </>
      ) : null}
      <p className="dt-desk-note">{t('consent.decides')}</p>
    </>
  )
}

function Actions({ round, step, primary }: { round: ConsentRound; step: DeskStep; primary: boolean }) {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const names = useNames(step.unheard)
  const button = ({ key, type, payload }: Action, main: boolean) => (
    <Button
      key={key}
      variant={main && primary ? 'primary' : 'default'}
      isDisabled={busy !== null}
      onPress={() => void run(type, payload)}
    >
      {t(key, { names })}
    </Button>
  )
  return (
    <div className="dt-desk-buttons">
      {step.main ? button(step.main, true) : null}
      {step.others.map((action) => button(action, false))}
      {round.step === 'open' ? null : (
        <PopButton
          icon="stop"
          text={t('consent.stop')}
          title={t('consent.stopAsk')}
          cancel={t('consent.goOn')}
        >
          {(close) => (
            <>
              <p>{t('consent.stopText')}</p>
              <Button icon="stop" onPress={() => (close(), void run('closeConsent', { room }))}>
                {t('consent.stop')}
              </Button>
            </>
          )}
        </PopButton>
      )}
    </div>
  )
}

const useNames = (people: readonly PersonId[]): string =>
  useRoom((view) => people.map((person) => nameOf(view, person)).join(', '))
