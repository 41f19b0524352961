import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'
import { useT } from './text.tsx'

interface DialogProps {
  title: string
  /** The button that opens it; without one, `isOpen` and `onOpenChange` decide. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (open: boolean) => void
  /** Said when it closes, however that comes about. */
  onClose?: () => void
  /** Leave out the button "Sluit": the children have their own way out. */
  noClose?: boolean
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** Something over the screen. Escape closes it, focus goes back to where it came from. On a phone a sheet from below. */
export function Dialog(props: DialogProps) {
  const { title, trigger, isOpen, noClose, children } = props
  const t = useT()
  const onOpenChange = (open: boolean): void => {
    props.onOpenChange?.(open)
    if (!open) props.onClose?.()
  }
  const overlay = (
    <ModalOverlay className="dt-overlay" isDismissable {...(trigger ? {} : { isOpen, onOpenChange })}>
      <Modal className="dt-overlay-box">
        <AriaDialog className="dt-dialog">
          {({ close }) => (
            <>
              <Heading slot="title" className="dt-dialog-title" dir="auto">
                {title}
              </Heading>
              {typeof children === 'function' ? children(close) : children}
              {noClose ? null : (
                <Button icon="close" onPress={close}>
                  {t('words.close')}
                </Button>
              )}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
  return trigger ? (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      {overlay}
    </DialogTrigger>
  ) : (
    overlay
  )
}
