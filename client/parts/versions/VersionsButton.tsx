import type { Words } from '../../../shared/agreement/canonical.ts'
import type { Agreement } from '../../../shared/dialogue/agreements/agreement.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useOpening } from '../ui/useOpening.ts'
import { loadVersions } from './loadVersions.ts'

interface VersionsButtonProps {
  agreement: Agreement
  /** As they stand now; null where they are not here. */
  words: Words | null
}

/** Opens the versions of an agreement; not there before the first was kept. */
export function VersionsButton({ agreement, words }: VersionsButtonProps) {
  const t = useT()
  const { Part: VersionsDialog, open, over, ahead } = useOpening(loadVersions)
  if (agreement.versions.length === 0) return null
  return (
    <>
      <Button icon="clock" {...ahead} aria-expanded={over.isOpen} onPress={open}>
        {t('agreement.versions')}
        <span className="dt-unseen">: {t('agreement.number', { number: agreement.number })}</span>
      </Button>
      {VersionsDialog ? <VersionsDialog {...over} agreement={agreement} words={words} /> : null}
    </>
  )
}
