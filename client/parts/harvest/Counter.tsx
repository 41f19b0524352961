import { Button } from '../ui/Button.tsx'
import { useT } from '../ui/text.tsx'
import { useCommand } from '../ui/useCommand.ts'

interface CounterProps {
  done: number
  aim: number
  /** The organiser says how many there are to be. */
  leads: boolean
}

/** "8 van 10 klaar", with a bar (H2). */
export function Counter({ done, aim, leads }: CounterProps) {
  const t = useT()
  const { busy, run } = useCommand()
  const set = (to: number) => void run('setHarvestAim', { aim: to })
  return (
    <div className="dt-harvest-counter">
      <p role="status">{t('harvest.count', { done, aim })}</p>
      <span className="dt-harvest-bar" aria-hidden="true">
        {Array.from({ length: aim }, (_, index) => (
          <i key={index} data-on={index < done} />
        ))}
      </span>
      {leads ? (
        <span className="dt-harvest-aim">
          <Button
            icon="minus"
            size="small"
            variant="quiet"
            aria-label={t('harvest.fewerName', { aim: aim - 1 })}
            isDisabled={busy !== null || aim <= 1}
            onPress={() => set(aim - 1)}
          >
            {t('harvest.fewer')}
          </Button>
          <Button
            icon="plus"
            size="small"
            variant="quiet"
            aria-label={t('harvest.oneMoreName', { aim: aim + 1 })}
            isDisabled={busy !== null || aim >= 99}
            onPress={() => set(aim + 1)}
          >
            {t('harvest.oneMore')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
