import { Button } from './Button.tsx'
import { useT } from './text.tsx'

/** In place of what a file should have brought: says so, and tries again when asked. */
export function NotFetched({ onAgain, isBusy = false }: { onAgain: () => void; isBusy?: boolean }) {
  const t = useT()
  return (
    <div className="dt-not-fetched" role="alert">
      <p>{t('app.notFetched')}</p>
      <Button icon="round" isDisabled={isBusy} onPress={onAgain}>
        {t('app.reload')}
      </Button>
      <Button variant="quiet" onPress={() => location.reload()}>
        {t('app.wholeAgain')}
      </Button>
    </div>
  )
}
