import type { EditorView } from 'prosemirror-view'
import { useState, type SubmitEvent } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useT } from '../../ui/text.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { addressOf, linkPlace, putLink, removeLink } from './link.ts'

/** Where the chosen words lead to: the web or mail, and nowhere else. */
export function LinkDialog({ view, onClose }: { view: EditorView; onClose: () => void }) {
  const t = useT()
  const before = linkPlace(view.state).href
  const [address, setAddress] = useState(before)
  const [refused, setRefused] = useState(false)

  const put = (event: SubmitEvent) => {
    event.preventDefault()
    const href = addressOf(address)
    if (href === null) return setRefused(true)
    putLink(href)(view.state, view.dispatch)
    onClose()
  }
  const remove = () => {
    removeLink(view.state, view.dispatch)
    onClose()
  }

  return (
    <Dialog title={t('writing.linkTitle')} isOpen onOpenChange={(isOpen) => isOpen || onClose()}>
      <form className="dt-stack" noValidate onSubmit={put}>
        <TextField
          label={t('writing.address')}
          hint={t('writing.addressHint')}
          error={refused ? t('writing.addressRefused') : undefined}
          type="url"
          autoComplete="off"
          value={address}
          onChange={(value) => {
            setAddress(value)
            setRefused(false)
          }}
        />
        <Button icon="check" variant="primary" type="submit">
          {t('writing.putLink')}
        </Button>
        {before === '' ? null : (
          <Button icon="trash" onPress={remove}>
            {t('writing.removeLink')}
          </Button>
        )}
      </form>
    </Dialog>
  )
}
