import type { Boot, CodeTold } from '../../../shared/protocol.ts'
import { buttonClass } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { CallUs } from '../shell/CallUs.tsx'
import { QuietPage } from '../shell/QuietPage.tsx'
import { PlainField } from './PlainField.tsx'
import './code.css'

interface CodePageProps {
  base: string
  code: NonNullable<Boot['code']>
  phone: string | undefined
}

/** For whoever cannot press a link: the code from the letter leads to it (22). A plain form, as on the page of the link. */
export function CodePage({ base, code: { told, mails, typed }, phone }: CodePageProps) {
  const t = useT()
  const title = t('code.title')
  return (
    <QuietPage title={title}>
      <div className={mails || phone ? 'dt-two is-error' : 'dt-stack'}>
        <form method="post" action={`${base}/code`} className="dt-stack">
          <h1>{title}</h1>
          {told ? <Told told={told} /> : null}
          <PlainField
            label={t('code.label')}
            hint={t('code.hint')}
            className="dt-code-input"
            name="code"
            begins={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            most={40}
            aria-invalid={told === 'wrong' || told === 'over' ? true : undefined}
          />
          <div className="dt-row">
            <button type="submit" className={buttonClass({ variant: 'primary', size: 'big', iconEnd: true })}>
              <Icon name="next" />
              <span>{t('code.go')}</span>
            </button>
          </div>
        </form>
        {mails || phone ? (
          <section className="dt-card dt-stack">
            {mails ? <Lost base={base} /> : null}
            {phone ? (
              <>
                <p>{t('code.callText')}</p>
                <CallUs phone={phone} />
              </>
            ) : null}
          </section>
        ) : null}
      </div>
    </QuietPage>
  )
}

function Told({ told }: { told: CodeTold }) {
  const t = useT()
  return (
    <div className="dt-note" role="alert">
      <Icon name={told === 'mailed' ? 'check' : 'warning'} />
      <p>{t(`code.${told}`)}</p>
    </div>
  )
}

/** Answered alike for every address, so that nobody learns who takes part. */
function Lost({ base }: { base: string }) {
  const t = useT()
  return (
    <form method="post" action={`${base}/code/mail`} className="dt-stack">
      <h2>{t('code.lost')}</h2>
      <p>{t('code.lostText')}</p>
      <label className="dt-field">
        <span className="dt-field-label">{t('code.mail')}</span>
        <input className="dt-input" name="mail" type="email" autoComplete="email" maxLength={254} required />
      </label>
      <button type="submit" className={buttonClass({ wide: true })}>
        <Icon name="next" />
        <span>{t('code.send')}</span>
      </button>
    </form>
  )
}
