import type { TableText } from '../../../shared/agreement/document.ts'
import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import type { Choice } from './choice.ts'
import { VersionsButton } from '../versions/VersionsButton.tsx'
import { ReadAloud } from './ReadAloud.tsx'

interface AgreementFootProps {
  choice: Choice
  text: TableText
  write: boolean
  go: (id: string) => void
  add: () => void
}

/** To the agreements beside this one, to a new one, and this one read aloud. */
export function AgreementFoot({ choice, text, write, go, add }: AgreementFootProps) {
  const t = useT()
  const { previous, next, shown } = choice
  const { id, presented } = shown?.agreement ?? {}
  const words = presented?.words ?? (id === undefined ? undefined : text[id])
  return (
    <footer className="dt-agreement-foot">
      {words ? <ReadAloud key={id} words={words} /> : null}
      {shown ? (
        <VersionsButton key={`versions-${id}`} agreement={shown.agreement} words={words ?? null} />
      ) : null}
      {previous ? (
        <Button icon="previous" onPress={() => go(previous)}>
          {t('agreement.previous')}
        </Button>
      ) : null}
      {next ? (
        <Button icon="next" iconEnd onPress={() => go(next)}>
          {t('agreement.next')}
        </Button>
      ) : null}
      {write && choice.mayAdd ? (
        <Button icon="plus" onPress={add}>
          {t('agreement.new')}
        </Button>
      ) : null}
    </footer>
  )
}
