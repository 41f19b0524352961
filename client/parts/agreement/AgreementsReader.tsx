import { Suspense } from 'react'
import { isFromMerging } from '../../../shared/dialogue/agreements/agreements.ts'
import { sourcesOf } from '../../../shared/dialogue/harvest/theSet.ts'
import type { TableId } from '../../../shared/dialogue/model.ts'
import { useSession } from '../../hooks/useSession.ts'
import { useTexts } from '../../hooks/useText.ts'
import { useDialogue } from '../../hooks/DialogueProvider.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NotFetched } from '../ui/NotFetched.tsx'
import { useT } from '../ui/text.tsx'
import { VersionsButton } from '../versions/VersionsButton.tsx'
import { AgreementWords } from './AgreementWords.tsx'
import { LeftText } from './LeftText.tsx'
import { STATES } from './states.ts'
import { hasBoard, onBoard } from '../harvest/board.ts'
import { HarvestBoard } from '../harvest/later.ts'
import { columnsOf, numberedTables, type ReadAgreement, type RoleColumn } from '../../core/texts/reading.ts'
import { useOpenText, useRight } from '../../hooks/useText.ts'
import './agreement.css'

/** All tables' agreements to read, the roles side by side; for everybody since the first recall (T6). */
export function AgreementsReader() {
  const t = useT()
  const state = useSession((session) => session.state)
  const me = useSession((session) => session.me)
  const { texts } = useDialogue()
  const read = useTexts((all) => all)
  if (!state) return null
  const board = hasBoard(state, me)
  const columns = columnsOf(numberedTables(state, read)).map((column) => ({
    ...column,
    agreements: column.agreements.filter(({ agreement }) => !onBoard(state, me, agreement)),
  }))
  const unfetched = state.tableOrder.filter((table) => read[table]?.status === 'unfetched')
  return (
    <div className="dt-agreements">
      <Suspense fallback={null}>
        <HarvestBoard />
      </Suspense>
      {state.tableOrder.map((table) => (
        <Reading key={table} table={table} />
      ))}
      {board && columns.some(({ agreements }) => agreements.length > 0) ? (
        <h3 className="dt-agreements-others">{t('agreement.others')}</h3>
      ) : null}
      {unfetched.length > 0 ? (
        <NotFetched onAgain={() => unfetched.forEach(texts.resume)} />
      ) : (
        columns
          .filter(({ agreements }) => !board || agreements.length > 0)
          .map((column) => <Column key={column.role} column={column} none={t('agreement.noneForRole')} />)
      )}
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
        <p className="dt-agreement-trouble">
          <strong>{t('agreement.atTable', { number })}</strong> {t('agreement.broken')}
        </p>
      ) : null}
    </>
  )
}

function Column({ column, none }: { column: RoleColumn; none: string }) {
  const t = useT()
  return (
    <section className={`dt-agreements-role is-${column.role}`} aria-labelledby={`agreements-${column.role}`}>
      <h3 id={`agreements-${column.role}`} className="dt-agreements-role-name">
        <Icon name={column.role} />
        {t(`role.${column.role}`)}
      </h3>
      {column.agreements.length === 0 ? <p className="dt-soft">{none}</p> : null}
      <ol className="dt-agreements-list">
        {column.agreements.map((item) => (
          <Card key={item.agreement.id} item={item} />
        ))}
      </ol>
    </section>
  )
}

function Card({ item }: { item: ReadAgreement }) {
  const t = useT()
  const { table, agreement, words } = item
  const { number } = agreement
  const from = useSession(({ state }) =>
    state && isFromMerging(agreement)
      ? sourcesOf(state, agreement)
          .map((one) => one.number)
          .join(', ')
      : '',
  )
  const origin =
    from === '' ? t('agreement.atTable', { number: table }) : t('agreement.from', { numbers: from })
  return (
    <li className="dt-agreements-card">
      <h4>
        <span className="dt-agreements-number" aria-hidden="true">
          {number}
        </span>
        <span>
          <span className="dt-unseen">{t('agreement.number', { number })}: </span>
          <bdi>{words?.title || t('agreement.untitled')}</bdi>
        </span>
      </h4>
      {words ? <AgreementWords words={words} /> : null}
      <p className="dt-small dt-soft">
        {origin} · {t(STATES[agreement.state])}
      </p>
      <VersionsButton agreement={agreement} words={words} />
    </li>
  )
}
