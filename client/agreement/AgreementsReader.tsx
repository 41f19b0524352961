import type { TableId } from '../../shared/dialogue/model.ts'
import { useSession } from '../session/store.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { AgreementWords } from './AgreementWords.tsx'
import { LeftText } from './LeftText.tsx'
import { columnsOf, numberedTables, type ReadAgreement, type RoleColumn } from './reading.ts'
import { useTexts } from './store.ts'
import { useOpenText, useRight } from './useText.ts'
import './agreement.css'

/** All tables' agreements to read, the roles side by side; for everybody since the first recall (T6). */
export function AgreementsReader() {
  const t = useT()
  const state = useSession((session) => session.state)
  const texts = useTexts()
  if (!state) return null
  const columns = columnsOf(numberedTables(state, texts))
  return (
    <div className="agreements">
      {state.tableOrder.map((table) => (
        <Reading key={table} table={table} />
      ))}
      {columns.map((column) => (
        <Column key={column.role} column={column} none={t('agreement.noneForRole')} />
      ))}
    </div>
  )
}

/** Keeps one table's text open for as long as the reader is on the screen; says so when it cannot, and what was left. */
function Reading({ table }: { table: TableId }) {
  const t = useT()
  const right = useRight(table)
  useOpenText(table, right)
  const status = useTexts((texts) => texts[table]?.status)
  const left = useTexts((texts) => texts[table]?.left)
  const number = useSession((session) => session.state?.tables[table]?.number ?? 0)
  return (
    <>
      {left ? <LeftText table={table} left={left} /> : null}
      {status === 'broken' ? (
        <p className="agreement-trouble">
          <strong>{t('agreement.atTable', { number })}</strong> {t('agreement.broken')}
        </p>
      ) : null}
    </>
  )
}

function Column({ column, none }: { column: RoleColumn; none: string }) {
  const t = useT()
  return (
    <section className={`agreements-role is-${column.role}`} aria-labelledby={`agreements-${column.role}`}>
      <h3 id={`agreements-${column.role}`} className="agreements-role-name">
        <Icon name={column.role} />
        {t(`role.${column.role}`)}
      </h3>
      {column.agreements.length === 0 ? <p className="soft">{none}</p> : null}
      <ol className="agreements-list">
        {column.agreements.map((item) => (
          <Card key={item.agreement.id} item={item} />
        ))}
      </ol>
    </section>
  )
}

function Card({ item }: { item: ReadAgreement }) {
  const t = useT()
  const { number, table, agreement } = item
  return (
    <li className="agreements-card">
      <h4>
        {number === null ? null : (
          <span className="agreements-number" aria-hidden="true">
            {number}
          </span>
        )}
        <span>
          {number === null ? null : <span className="unseen">{t('agreement.number', { number })}: </span>}
          {agreement.title || t('agreement.untitled')}
        </span>
      </h4>
      <AgreementWords agreement={agreement} />
      <p className="small soft">{t('agreement.atTable', { number: table })}</p>
    </li>
  )
}
