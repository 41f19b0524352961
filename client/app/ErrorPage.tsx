import type { PageError } from '../../shared/protocol.ts'
import { CLOSE } from '../../shared/wire.ts'
import { Button, LinkButton } from '../parts/ui/Button.tsx'
import { useT } from '../parts/ui/text.tsx'
import { CallUs } from './shell/CallUs.tsx'
import { QuietPage } from './shell/QuietPage.tsx'

export type Trouble = PageError | 'elsewhere' | 'ended' | 'old'

/** The page for a line that was closed for good. */
export const troubleOf = (code: number | null): Trouble => {
  if (code === CLOSE.takenOut) return 'taken_out'
  if (code === CLOSE.elsewhere) return 'elsewhere'
  if (code === CLOSE.ended) return 'ended'
  if (code === CLOSE.old) return 'old'
  return code === CLOSE.forbidden ? 'forbidden' : 'open_link_again'
}

/** Where the same page, loaded anew, may help. */
const AGAIN: readonly Trouble[] = ['busy', 'broken', 'old']

interface ErrorPageProps {
  code: Trouble
  onUse?: () => void
  /** Where the app is mounted, on a page of its own: then the code from the letter is another way in. */
  base?: string
  phone?: string
}

/** No blame, no code: what happened, what is safe, and what helps (22). `onUse` takes the place over on this device. */
export function ErrorPage({ code, onUse, base, phone }: ErrorPageProps) {
  const t = useT()
  const title = t(`error.${code}.title`)
  const calls = code !== 'ended' && code !== 'elsewhere' && code !== 'old' && code !== 'taken_out'
  return (
    <QuietPage title={title}>
      <div className={calls ? 'dt-two is-error' : 'dt-stack'}>
        <div className="dt-stack">
          <h1>{title}</h1>
          <p className="dt-large">{t(`error.${code}.text`)}</p>
          <ErrorAction code={code} onUse={onUse} />
          {base !== undefined && calls && !AGAIN.includes(code) ? (
            <div className="dt-row">
              <LinkButton icon="keyboard" href={`${base}/code`}>
                {t('app.typeCode')}
              </LinkButton>
            </div>
          ) : null}
        </div>
        {calls ? (
          <section className="dt-card dt-stack">
            <h2>{t('app.lostLink')}</h2>
            <p>{t('app.askOrganiser')}</p>
            {phone ? <CallUs phone={phone} /> : null}
          </section>
        ) : null}
      </div>
    </QuietPage>
  )
}

function ErrorAction({ code, onUse }: { code: Trouble; onUse?: () => void }) {
  const t = useT()
  if (code === 'elsewhere' && onUse) {
    return (
      <div className="dt-row">
        <Button variant="primary" size="big" icon="next" iconEnd onPress={onUse}>
          {t('error.elsewhere.use')}
        </Button>
      </div>
    )
  }
  if (!AGAIN.includes(code)) return null
  return (
    <div className="dt-row">
      <Button variant="primary" size="big" icon="round" onPress={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </div>
  )
}
