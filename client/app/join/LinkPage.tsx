import { Suspense } from 'react'
import type { Boot } from '../../../shared/protocol.ts'
import { givesDevices } from '../../core/media/givesDevices.ts'
import { OpenElsewhere } from '../../parts/media/later.ts'
import { QuietPage } from '../shell/QuietPage.tsx'
import { buttonClass } from '../../parts/ui/Button.tsx'
import { Icon } from '../../parts/ui/Icon.tsx'
import { useLocale, useT } from '../../parts/ui/text.tsx'
import { MoreWays } from './codeLater.ts'
import { comesInSteps } from './screens.ts'
import { GivenPromise } from './GivenPromise.tsx'
import { askLineTest } from './wantsLineTest.ts'
import { PlainField } from './PlainField.tsx'
import { Steps } from './Steps.tsx'
import { dayAndTime } from '../../parts/ui/when.ts'

interface LinkPageProps {
  link: NonNullable<Boot['link']>
  base: string
  /** Whom to call for help. */
  phone?: string
}

/**
 * Step 1 (01): who you are, and one button. A plain form, so that a link that is only looked at (a mail scanner, a preview)
 * does nothing: only the press redeems it.
 */
export function LinkPage({ link, base, phone }: LinkPageProps) {
  const t = useT()
  const locale = useLocale((chosen) => chosen.locale)
  const title = t('join.welcome', { title: link.title })
  return (
    <QuietPage title={title} phone={phone}>
      <div className="dt-sheet dt-join-one">
        <form {...wayIn(link, base)} className="dt-stack">
          {comesInSteps(link.role) ? <Steps step={1} /> : null}
          <div className="dt-stack-tight">
            <h1>{title}</h1>
            {link.date === null ? null : <p className="dt-soft">{dayAndTime(link.date, locale)}</p>}
          </div>
          <GivenPromise promise={link.promise} />
          <WhoYouAre link={link} />
          {givesDevices() || !comesInSteps(link.role) ? null : (
            <Suspense fallback={null}>
              <OpenElsewhere link={location.href} />
            </Suspense>
          )}
          {link.inUse ? <InUse /> : null}
          <button
            type="submit"
            className={buttonClass({ variant: 'primary', size: 'big', wide: true, iconEnd: true })}
          >
            <Icon name="next" />
            <span>{t(link.inUse ? 'join.useHere' : 'join.go')}</span>
          </button>
          {comesInSteps(link.role) && !link.inUse ? (
            <button type="submit" className={buttonClass({ variant: 'quiet' })} onClick={askLineTest}>
              {t('join.testLine')}
            </button>
          ) : null}
        </form>
        <div className="dt-stack dt-join-facts">
          <ul className="dt-facts">
            {(['join.factAccount', 'join.factInstall', 'join.factHelp'] as const).map((key) => (
              <li key={key}>
                <Icon name="check" />
                <span>{t(key)}</span>
              </li>
            ))}
          </ul>
          <Suspense fallback={null}>
            <MoreWays at={location.pathname} date={link.date} />
          </Suspense>
        </div>
      </div>
    </QuietPage>
  )
}

/** Who is in already goes on where they were: that is no second device. */
function wayIn({ inside }: NonNullable<Boot['link']>, base: string) {
  return inside === null ? { method: 'post' } : { method: 'get', action: `${base}/p/${inside}/` }
}

function WhoYouAre({ link }: { link: NonNullable<Boot['link']> }) {
  const t = useT()
  if (link.canRename) {
    return (
      <PlainField
        label={t('join.name')}
        hint={t('join.nameHint')}
        name="name"
        begins={link.name}
        autoComplete="name"
        most={60}
      />
    )
  }
  const role = link.role === 'participant' ? null : t(`role.${link.role}`).toLowerCase()
  return (
    <p className="dt-large">
      {link.inside === null ? '' : `${t('join.inside')} `}
      {role ? t('join.youAreRole', { name: link.name, role }) : t('join.youAre', { name: link.name })}
    </p>
  )
}

function InUse() {
  const t = useT()
  return (
    <div className="dt-note">
      <Icon name="swap" />
      <p>{t('join.inUse')}</p>
      <input type="hidden" name="takeOver" value="1" />
    </div>
  )
}
