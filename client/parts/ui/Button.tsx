import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Icon, type IconName } from './Icon.tsx'
import { useKeptFocus } from './useKeptFocus.ts'

/**
 * `primary`: the one thing you most likely want now, at most one per screen. `danger`: cannot be undone.
 * `quiet` (also `subtle`): reads as a link. `hand`: the big hand. `floor`: the lamp, only for whoever is at turn.
 */
export type ButtonVariant = 'primary' | 'default' | 'danger' | 'quiet' | 'subtle' | 'hand' | 'floor'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  variant?: ButtonVariant
  icon?: IconName
  /** Draw the icon behind the words. */
  iconEnd?: boolean
  size?: 'small' | 'big'
  /** As wide as its place. */
  wide?: boolean
  className?: string
  /** `aria-pressed`, for buttons that stay in. */
  pressed?: boolean
  ref?: Ref<HTMLButtonElement>
  children: ReactNode
}

/** Class names of a button, for links that look like one. */
export function buttonClass({
  variant = 'default',
  size,
  wide,
  iconEnd,
  className,
}: Partial<ButtonProps>): string {
  const parts = ['dt-button', `is-${variant === 'subtle' ? 'quiet' : variant}`]
  if (size) parts.push(`is-${size}`)
  if (wide) parts.push('is-wide')
  if (iconEnd) parts.push('icon-end')
  if (className) parts.push(className)
  return parts.join(' ')
}

/** A button with a visible word, at least 44 px. */
export function Button(props: ButtonProps) {
  const { variant, icon, iconEnd, size, wide, className, pressed, ref, children, ...rest } = props
  const kept = useKeptFocus(rest.isDisabled === true, ref)
  return (
    <AriaButton
      {...rest}
      ref={kept}
      aria-pressed={pressed}
      className={buttonClass({ variant, size, wide, iconEnd, className })}
    >
      {icon ? <Icon name={icon} /> : null}
      <span className="dt-button-words">{children}</span>
    </AriaButton>
  )
}

/** The words of a button that on a phone stands beside others: one word, and what it does small below it. */
export function ShortWords({ whole, word, below }: { whole: string; word: string; below: string }) {
  return (
    <>
      <span className="dt-wide-only">{whole}</span>
      <span className="dt-phone-only dt-button-short">
        {word} <small>{below}</small>
      </span>
    </>
  )
}

/** A link that looks like a button, such as a download. */
export function LinkButton({
  href,
  icon,
  children,
  download,
  ...look
}: {
  href: string
  icon?: IconName
  download?: boolean | string
  children: ReactNode
} & Pick<ButtonProps, 'variant' | 'size' | 'wide' | 'iconEnd' | 'className'>) {
  return (
    <a className={buttonClass(look)} href={href} download={download}>
      {icon ? <Icon name={icon} /> : null}
      <span className="dt-button-words">{children}</span>
    </a>
  )
}
