import { Switch } from 'react-aria-components'
import { Dialog } from '../../parts/ui/Dialog.tsx'
import { useT } from '../../parts/ui/text.tsx'

const KEYS = [
  ['F2', 'keys.dock'],
  ['F6', 'keys.region'],
  ['Ctrl + D', 'keys.microphone'],
  ['H', 'keys.hand'],
  ['?', 'keys.list'],
] as const

export interface Choices {
  singleKeys: boolean
  setSingleKeys: (on: boolean) => void
  sounds: boolean
  setSounds: (on: boolean) => void
}

/** The list of keys, where single keys and the soft sounds can be turned off. */
export function Keys({
  isOpen,
  onOpenChange,
  choices,
}: {
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  choices: Choices
}) {
  const t = useT()
  return (
    <Dialog title={t('keys.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <dl className="dt-keys-list">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <Choice on={choices.singleKeys} onChange={choices.setSingleKeys} words={t('keys.single')} />
      <Choice on={choices.sounds} onChange={choices.setSounds} words={t('keys.sounds')} />
    </Dialog>
  )
}

function Choice({ on, onChange, words }: { on: boolean; onChange: (on: boolean) => void; words: string }) {
  return (
    <Switch className="dt-choice" isSelected={on} onChange={onChange}>
      <span className="dt-choice-box" aria-hidden="true" />
      {words}
    </Switch>
  )
}
