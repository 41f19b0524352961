import type { Boot } from '../../shared/protocol.ts'
import { QuietPage } from '../app/QuietPage.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLocale, useT } from '../ui/text.tsx'
import { Steps } from './Steps.tsx'
import { dayAndTime } from './when.ts'

/**
 * Step 1 (01): who you are, and one button. A plain form, so that a link that is only looked at (a mail scanner, a preview)
 * does nothing: only the press redeems it.
 */
export function LinkPage({ link }: { link: NonNullable<Boot['link']> }) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const title = t('join.welcome', { title: link.title })
  return (
    <QuietPage title={title}>
      <div className="sheet join-one">
        <form method="post" className="stack">
          <Steps step={1} />
          <div className="stack-tight">
            <h1>{title}</h1>
            {link.date === null ? null : <p className="soft">{dayAndTime(link.date, locale)}</p>}
          </div>
          <WhoYouAre link={link} />
          {link.inUse ? <InUse /> : null}
          <button
            type="submit"
            className={buttonClass({ variant: 'primary', size: 'big', wide: true, iconEnd: true })}
          >
            <Icon name="next" />
            <span>{t(link.inUse ? 'join.useHere' : 'join.go')}</span>
          </button>
        </form>
        <ul className="facts join-facts">
          {(['join.factAccount', 'join.factInstall', 'join.factHelp'] as const).map((key) => (
            <li key={key}>
              <Icon name="check" />
              <span>{t(key)}</span>
            </li>
          ))}
        </ul>
      </div>
    </QuietPage>
  )
}

function WhoYouAre({ link }: { link: NonNullable<Boot['link']> }) {
  const t = useT()
  if (link.canRename) {
    return (
      <>
        <label className="field">
          <span className="field-label">{t('join.name')}</span>
          <input
            className="input is-big"
            name="name"
            defaultValue={link.name}
            autoComplete="name"
            maxLength={60}
            required
            aria-describedby="name-hint"
          />
        </label>
        <p id="name-hint">{t('join.nameHint')}</p>
      </>
    )
  }
  const role = link.role === 'participant' ? null : t(`role.${link.role}`).toLowerCase()
  return (
    <p className="large">
      {role ? t('join.youAreRole', { name: link.name, role }) : t('join.youAre', { name: link.name })}
    </p>
  )
}

function InUse() {
  const t = useT()
  return (
    <div className="note">
      <Icon name="swap" />
      <p>{t('join.inUse')}</p>
      <input type="hidden" name="takeOver" value="1" />
    </div>
  )
}
