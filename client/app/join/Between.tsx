import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { HelpButton } from '../../parts/help/HelpButton.tsx'
import { CatchUp } from '../../parts/between/CatchUp.tsx'
import { Button, LinkButton } from '../../parts/ui/Button.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { Connection } from '../shell/Connection.tsx'
import { QuietPage } from '../shell/QuietPage.tsx'

/** In the waiting room of a further session, before one goes on: to read, without a camera (40). */
export function Between({ onGoOn }: { onGoOn: () => void }) {
  const t = useT()
  const { rest } = useDialogue()
  return (
    <QuietPage title={t('between.page')} className="is-between" bar={<HelpButton />}>
      <div className="dt-stack">
        <h1 className="dt-unseen">{t('between.page')}</h1>
        <Connection />
        <CatchUp />
        <div className="dt-row">
          <Button variant="primary" size="big" icon="next" iconEnd onPress={onGoOn}>
            {t('between.goOn')}
          </Button>
          <LinkButton icon="download" href={rest.urlOf('me/file').href} download>
            {t('between.ownFile')}
          </LinkButton>
        </div>
      </div>
    </QuietPage>
  )
}
