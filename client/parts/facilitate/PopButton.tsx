import { Button, type ButtonProps } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface PopButtonProps extends Pick<ButtonProps, 'icon' | 'variant' | 'className' | 'isDisabled'> {
  text: string
  /** What a screen reader says, where the text stands more than once. */
  label?: string
  title: string
  /** Words of the way back, where "Sluit" would be taken for the action itself. */
  cancel?: string
  children: React.ReactNode | ((close: () => void) => React.ReactNode)
}

/** A button that opens something over the screen, with a way back. */
export function PopButton({ text, label, title, cancel, children, ...button }: PopButtonProps) {
  return (
    <Dialog
      title={title}
      trigger={
        <Button {...button} aria-label={label}>
          {text}
        </Button>
      }
      noClose={cancel !== undefined}
    >
      {(close) => (
        <>
          {typeof children === 'function' ? children(close) : children}
          {cancel !== undefined && <Button onPress={close}>{cancel}</Button>}
        </>
      )}
    </Dialog>
  )
}
