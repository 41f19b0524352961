import type { ReactNode } from 'react'
import { LANGUAGES } from '../../../shared/wire.ts'
import { Button } from '../../parts/ui/Button.tsx'
import { Icon, Mark } from '../../parts/ui/Icon.tsx'
import { SkipLink } from './SkipLink.tsx'
import { useSetLanguage } from '../../parts/ui/useSetLanguage.ts'
import { LOCALE_NAMES, useLocale, useT } from '../../parts/ui/text.tsx'
import { useArrival } from './arrival.ts'
import { useTitle } from './title.ts'
import './pages.css'

interface QuietPageProps {
  /** In the window's title. */
  title: string
  className?: string
  /** In the bar, in place of the languages. */
  bar?: ReactNode
  footer?: ReactNode
  /** Whom to call for help, in the quiet line below. */
  phone?: string
  children: ReactNode
}

/** A page with one thing to do: a bar, the thing itself, and a quiet line below. Focus goes to its heading when it comes. */
export function QuietPage({ title, className, bar, footer, phone, children }: QuietPageProps) {
  const t = useT()
  useArrival()
  useTitle(`${title} · ${t('app.name')}`)
  return (
    <div className="dt-quiet">
      <SkipLink />
      <header>
        <span className="dt-brand">
          <Mark />
          <span>{t('app.name')}</span>
        </span>
        {bar ?? <Languages />}
      </header>
      <main id="main" className={className} tabIndex={-1}>
        {children}
      </main>
      <footer>
        {phone ? (
          <span className="dt-with-icon">
            <Icon name="phone" />
            <span>{t('app.callUs', { phone })}</span>
          </span>
        ) : null}
        {footer ?? (
          <span className="dt-with-icon">
            <Icon name="lock" />
            <span>{t('words.recording')}</span>
          </span>
        )}
      </footer>
    </div>
  )
}

/** The languages side by side: each says its own name. */
export function Languages() {
  const t = useT()
  const chosen = useLocale((language) => language.chosen)
  const setLanguage = useSetLanguage()
  return (
    <nav className="dt-languages" aria-label={t('words.language')}>
      {LANGUAGES.map((language) => (
        <Button
          key={language}
          size="small"
          variant="quiet"
          aria-current={language === chosen ? 'true' : undefined}
          onPress={() => setLanguage(language)}
        >
          <span lang={language}>{LOCALE_NAMES[language]}</span>
        </Button>
      ))}
    </nav>
  )
}
