import { useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'

/** This browser gives no camera and no microphone: where it does work, and the link to go there with. */
export function OpenElsewhere({ link }: { link?: string }) {
  const t = useT()
  return (
    <div className="dt-note" role="note">
      <Icon name="camera" />
      <div className="dt-stack-tight">
        <p>
          <strong>{t('devices.elsewhere')}</strong>
        </p>
        <p>{t(link === undefined ? 'devices.elsewhereAgain' : 'devices.elsewhereLink')}</p>
        {link === undefined ? null : <CopyLink link={link} />}
      </div>
    </div>
  )
}

/** Where such a browser refuses to copy as well, the link stands there selected. */
function CopyLink({ link }: { link: string }) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  async function copy(): Promise<void> {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      setCopied(document.execCommand?.('copy') ?? false)
    }
  }
  return (
    <>
      <label className="dt-field">
        <span className="dt-field-label">{t('devices.link')}</span>
        <input
          ref={field}
          className="dt-input"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <div className="dt-row">
        <Button icon={copied ? 'check' : 'copy'} onPress={() => void copy()}>
          {t(copied ? 'devices.copied' : 'devices.copy')}
        </Button>
      </div>
    </>
  )
}
