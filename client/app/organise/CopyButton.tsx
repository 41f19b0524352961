import { useState } from 'react'
import { Button } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'

interface CopyButtonProps {
  text: string
  /** The whole sentence for assistive technology; starts with the visible words. */
  label?: string
  words?: string
}

/** Puts a text on the clipboard and says so in the button itself. */
export function CopyButton({ text, label, words }: CopyButtonProps) {
  const t = useT()
  // The text itself is kept: a new link has not been copied yet.
  const [last, setLast] = useState<string | null>(null)
  const copied = last === text
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setLast(text)
  }
  return (
    <Button
      icon={copied ? 'check' : 'copy'}
      onPress={() => void copy()}
      aria-label={copied ? undefined : label}
    >
      {copied ? t('links.copied') : (words ?? t('links.copy'))}
    </Button>
  )
}
