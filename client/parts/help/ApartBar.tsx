import { canShowScreen } from '../../core/media/aside.ts'
import { useAside, useAsideMedia } from '../../hooks/useAside.ts'
import { useCallApart } from '../../hooks/useCallApart.ts'
import { useSession } from '../../hooks/useSession.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

/** For whoever asked: the helper talks to them apart. They are heard and their screen is seen by their own press only. */
export function ApartBar() {
  const t = useT()
  const aside = useAsideMedia()
  const { busy, run } = useCommand()
  const call = useCallApart()
  const me = useSession((session) => session.me)
  const name = useSession(({ state }) => (call ? (state?.people[call.takenBy]?.name ?? '') : ''))
  const { speaks, shows, problem } = useAside((known) => known)
  if (call?.person !== me) return null
  return (
    <Banner
      tone="move"
      icon="talk"
      title={t(speaks ? 'aside.youTalk' : 'aside.talks', { name })}
      text={
        <>
          {problem ? t('aside.noMicrophone') : t('aside.keeps')}
          {shows ? ` ${t('aside.shown', { name })}` : null}
        </>
      }
    >
      <Button
        icon={speaks ? 'microphoneOff' : 'microphone'}
        variant={speaks ? 'default' : 'primary'}
        onPress={() => void aside.speak(!speaks)}
      >
        {t(speaks ? 'aside.answerNot' : 'aside.answer')}
      </Button>
      {canShowScreen() ? (
        <Button icon="eye" onPress={() => void aside.showScreen(!shows)}>
          {t(shows ? 'aside.hide' : 'aside.show')}
        </Button>
      ) : null}
      <Button
        icon="close"
        isDisabled={busy !== null}
        onPress={() => void run('closeAside', { person: call.person })}
      >
        {t('aside.end')}
      </Button>
    </Banner>
  )
}
