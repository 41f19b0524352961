import { plain } from '../../../shared/agreement/richText.ts'
import { leads } from '../../../shared/dialogue/places.ts'
import { floorOf, type RoomView } from '../../core/room/view.ts'
import { useRoom } from '../../hooks/useRoom.tsx'
import { AgreementWords } from '../agreement/AgreementWords.tsx'
import { ReadAloud } from '../agreement/ReadAloud.tsx'
import { handWays } from '../floor/handButton.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** What the round is about: the agreement as it was put forward, which nobody can change meanwhile (C3). */
function aboutOf(view: RoomView) {
  const { consent } = floorOf(view)
  if (!consent) return null
  const agreement = view.state.agreements[consent.agreement]
  const { version, round } = consent
  const words = agreement?.presented?.version === version ? agreement.presented.words : null
  return { id: consent.agreement, number: agreement?.number ?? 0, version, round, words }
}

/** The text that is put forward, to read or to have read aloud. */
export function ConsentText() {
  const t = useT()
  const about = useRoom(aboutOf)
  if (!about) return null
  const { number, version, round, words, id } = about
  return (
    <section className="dt-consent-sheet" aria-labelledby="consent-text-title">
      <p className="dt-small dt-soft">
        {t('consent.about', { number, version })}
        {round > 1 ? ` · ${t('consent.roundNumber', { round })}` : null}
      </p>
      <h2 id="consent-text-title" dir="auto">
        {words?.title || t('agreement.untitled')}
      </h2>
      {words ? (
        <div className="dt-consent-words" data-length={plain(words.text).length > 400 ? 'long' : 'short'}>
          <AgreementWords words={words} />
        </div>
      ) : (
        <p>{t('consent.noText')}</p>
      )}
      <div className="dt-row">
        {words ? <ReadAloud key={`${id} ${version}`} words={words} /> : null}
        <Question />
      </div>
    </section>
  )
}

/** A question about the text goes before everything else, like every question about the talk (F3). */
function Question() {
  const t = useT()
  const { busy, run } = useCommand()
  const room = useRoom((view) => view.room)
  const may = useRoom(mayAsk)
  if (!may) return null
  return (
    <Button
      icon="compass"
      isDisabled={busy !== null}
      onPress={() => void run('raiseHand', { room, kind: 'process' })}
    >
      {t('consent.question')}
    </Button>
  )
}

/** Whoever leads asks aloud. */
const mayAsk = (view: RoomView): boolean =>
  floorOf(view).consent?.step !== 'open' &&
  !leads(view.state, view.me, view.room) &&
  handWays(view).includes('process')
