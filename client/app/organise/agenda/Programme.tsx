import { PopButton } from '../../../parts/facilitate/PopButton.tsx'
import { useT } from '../../../parts/ui/text.tsx'
import type { OrganiserView } from '../view.ts'
import { EMPTY_PART, PartForm } from './PartForm.tsx'
import { PartRow } from './PartRow.tsx'
import { Templates } from './Templates.tsx'

/** What the session is going to do, part by part. */
export function Programme({ view }: { view: OrganiserView }) {
  const t = useT()
  const { programme } = view.state
  return (
    <>
      <h3 id="programme-title">{t('programme.title')}</h3>
      {programme.length === 0 ? (
        <p className="dt-desk-note">{t('programme.empty')}</p>
      ) : (
        <ol className="dt-agenda" aria-labelledby="programme-title">
          {programme.map((part, index) => (
            <PartRow key={part.id} view={view} part={part} place={index + 1} />
          ))}
        </ol>
      )}
      <div className="dt-desk-buttons">
        <Templates view={view} />
        <PopButton icon="plus" text={t('part.new')} title={t('part.new')}>
          {(close) => (
            <PartForm
              start={EMPTY_PART}
              onSave={(part) => view.run('addParts', { parts: [part] })}
              onDone={close}
            />
          )}
        </PopButton>
      </div>
      {programme.length > 0 && <p className="dt-desk-note">{t('programme.note')}</p>}
    </>
  )
}
