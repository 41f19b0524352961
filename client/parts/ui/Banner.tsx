import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

interface BannerProps {
  /** `trouble` is slate (connection, measuring), never red. */
  tone?: 'calm' | 'trouble' | 'move'
  icon?: IconName
  title: ReactNode
  text?: ReactNode
  /** Buttons at the far side. */
  children?: ReactNode
}

/** A line across the screen that stays until what it says has passed. */
export function Banner({ tone = 'calm', icon, title, text, children }: BannerProps) {
  return (
    <div className={`dt-banner is-${tone}`} role="status">
      {icon ? <Icon name={icon} /> : null}
      <div className="dt-banner-words">
        <p>
          <strong>{title}</strong>
        </p>
        {text ? <p dir="auto">{text}</p> : null}
      </div>
      {children ? <div className="dt-row">{children}</div> : null}
    </div>
  )
}
