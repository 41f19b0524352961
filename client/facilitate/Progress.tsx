import { AgreementPanel } from '../agreement/AgreementPanel.tsx'
import type { TableId } from '../../shared/dialogue/model.ts'
import { useT } from '../ui/text.tsx'

/** The agreements of the table, written and read in place. */
export function Progress({ table }: { table: TableId }) {
  const t = useT()
  return (
    <section className="desk-card desk-progress">
      <h2>{t('desk.progress')}</h2>
      <AgreementPanel table={table} />
    </section>
  )
}
