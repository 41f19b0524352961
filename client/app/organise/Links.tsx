import { useEffect, useEffectEvent, useState } from 'react'
import { nameIn } from '../../../shared/dialogue/people/names.ts'
import type { LinkRow } from '../../../shared/protocol.ts'
import { PopButton } from '../../parts/facilitate/PopButton.tsx'
import { PhoneButton } from '../../parts/help/PhoneButton.tsx'
import { Button } from '../../parts/ui/Button.tsx'
import { CheckLine } from '../../parts/ui/CheckLine.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { useApi } from './api.ts'
import { CopyButton } from './CopyButton.tsx'
import { ErasePerson } from './ErasePerson.tsx'
import { EVERYBODY, linksFound, type LinkFilter } from './linkFilter.ts'
import type { OrganiserView } from './view.ts'

/** Everybody's own link: copy it, print it, or make a new one. */
export function Links({ view }: { view: OrganiserView }) {
  const t = useT()
  const api = useApi()
  const [fetched, setRows] = useState<LinkRow[] | null>(null)
  // somebody who comes in may change the name while this page is open
  const rows =
    fetched?.map((row) => ({ ...row, name: nameIn(view.state, { id: row.person, name: row.name }) })) ?? null
  const [failed, setFailed] = useState(false)
  const [erased, setErased] = useState<{ name: string; unread: readonly number[] } | null>(null)
  const [filter, setFilter] = useState(EVERYBODY)
  const shown = linksFound(rows ?? [], filter)
  const people = view.state.order.length
  // Links of people who were added meanwhile are fetched too.
  const read = useEffectEvent(api.links)
  useEffect(() => {
    if (people === 0) return
    let current = true
    read().then(
      (found) => current && (setRows(found), setFailed(false)),
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [people])
  const renew = async (person: string) => {
    try {
      const { url } = await api.renewLink(person)
      setRows(
        (before) =>
          before?.map((row) => (row.person === person ? { ...row, url, opened: false } : row)) ?? null,
      )
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className="dt-desk-card" aria-labelledby="links-title">
      <div className="dt-desk-head">
        <h2 id="links-title">{t('links.title')}</h2>
        <span className="dt-desk-gap" />
        {rows && rows.length > 0 && (
          <>
            <Button icon="print" onPress={() => window.print()}>
              {t('links.print')}
            </Button>
            <CopyButton
              words={t('links.copyAll')}
              text={rows.map((row) => [row.name, row.url].join('\t')).join('\n')}
            />
          </>
        )}
      </div>
      <p>{t('links.note')}</p>
      <output>
        {failed && <strong>{t('organise.wrong')}</strong>}
        {!failed && rows === null && t('links.loading')}
        {rows?.length === 0 && t('links.none')}
        {erased && t('erase.done', { name: erased.name })}{' '}
        {erased && erased.unread.length > 0 && t('erase.unread', { list: erased.unread.join(', ') })}
      </output>
      {rows && rows.length > 0 && (
        <Finding filter={filter} onFilter={setFilter} found={shown.length} all={rows.length} />
      )}
      <ul className="dt-entries dt-links" aria-label={t('links.title')}>
        {shown.map((row) => (
          <LinkLine key={row.person} row={row} onRenew={renew}>
            {row.person !== view.me && (
              <ErasePerson
                row={row}
                running={view.state.phase.name !== 'lobby' && view.state.phase.name !== 'ended'}
                onErased={(unread) => {
                  setErased({ name: row.name, unread })
                  setRows((before) => before?.filter(({ person }) => person !== row.person) ?? null)
                }}
              />
            )}
          </LinkLine>
        ))}
      </ul>
      <p className="dt-desk-note">{t('links.lost')}</p>
      {rows && <PrintedLinks rows={rows} title={view.state.dialogue.title} />}
    </section>
  )
}

interface FindingProps {
  filter: LinkFilter
  onFilter: (filter: LinkFilter) => void
  found: number
  all: number
}

/** Among many people the one who calls is found by name, and whom to remind by who has not opened the link. */
function Finding({ filter, onFilter, found, all }: FindingProps) {
  const t = useT()
  return (
    <div className="dt-organise-row">
      <TextField
        label={t('links.find')}
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <CheckLine isSelected={filter.unopened} onChange={(unopened) => onFilter({ ...filter, unopened })}>
        {t('links.unopened')}
      </CheckLine>
      <output>{found < all && t('links.found', { found, all })}</output>
    </div>
  )
}

interface LinkLineProps {
  row: LinkRow
  onRenew: (person: string) => Promise<void>
  children: React.ReactNode
}

function LinkLine({ row, onRenew, children }: LinkLineProps) {
  const t = useT()
  const { name } = row
  return (
    <li className="dt-entry">
      <span className="dt-entry-who">
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className="dt-desk-note">
          {t(row.group ? `group.${row.group}` : `links.role.${row.role}`)}
          {row.opened && `, ${t('links.opened')}`}
        </span>
      </span>
      <CopyButton text={row.url} label={t('links.copyName', { name })} />
      <PopButton
        icon="round"
        text={t('links.renew')}
        title={t('links.renewAsk', { name })}
        cancel={t('dialogue.cancel')}
      >
        {(close) => (
          <>
            <p>{t('links.renewBody')}</p>
            <Button variant="danger" icon="round" onPress={() => void onRenew(row.person).then(close)}>
              {t('links.renew')}
            </Button>
          </>
        )}
      </PopButton>
      <PhoneButton person={row.person} />
      {children}
    </li>
  )
}

/** Only on paper: a page per person, so that nobody sees another's link. */
function PrintedLinks({ rows, title }: { rows: LinkRow[]; title: string }) {
  const t = useT()
  return (
    <div className="dt-printed" aria-hidden="true">
      {rows.map((row) => (
        <div key={row.person} className="dt-printed-page">
          <p dir="auto">{title}</p>
          <h2>
            <bdi>{row.name}</bdi>
          </h2>
          <p>{t('links.personal')}</p>
          <p className="dt-printed-link">{row.url}</p>
        </div>
      ))}
    </div>
  )
}
