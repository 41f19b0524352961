import { useState } from 'react'
import { CheckLine } from '../../parts/ui/CheckLine.tsx'
import { TextField } from '../../parts/ui/TextField.tsx'
import { useT } from '../../parts/ui/text.tsx'
import { CopyButton } from './CopyButton.tsx'
import { ErasePerson } from './ErasePerson.tsx'
import { mailedOf, type Whom } from './invite.ts'
import { Inviting } from './Inviting.tsx'
import { EVERYBODY, linksFound, type LinkFilter } from './linkFilter.ts'
import { LinkLine } from './LinkLine.tsx'
import { useLinks } from './useLinks.ts'
import { useMail } from './useMail.ts'
import type { OrganiserView } from './view.ts'

/** Everybody's own link: mail it, print it, copy it, show it, or make a new one. */
export function Links({ view }: { view: OrganiserView }) {
  const t = useT()
  const mail = useMail(view.state.order.length)
  const { rows, failed, renew, markBounced, drop } = useLinks(view.state, mail.again)
  const [erased, setErased] = useState<{ name: string; unread: readonly number[] } | null>(null)
  const [filter, setFilter] = useState(EVERYBODY)
  const shown = linksFound(rows ?? [], filter)
  const [whom, setWhom] = useState<Whom>('uninvited')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  return (
    <>
      {rows && rows.length > 0 && (
        <Inviting
          rows={rows}
          mail={mail.found}
          me={view.me}
          whom={whom}
          onWhom={setWhom}
          ticked={ticked}
          dated={view.state.startsAt !== null}
          onChanged={mail.again}
        />
      )}
      <section className="dt-desk-card" aria-labelledby="links-title">
        <div className="dt-desk-head">
          <h2 id="links-title">{t('links.title')}</h2>
          <span className="dt-desk-gap" />
          {rows && rows.length > 0 && (
            <CopyButton
              words={t('links.copyAll')}
              text={rows.map((row) => [row.name, row.url].join('\t')).join('\n')}
            />
          )}
        </div>
        <p>{t('links.note')}</p>
        <output>
          {failed && <strong>{t('organise.wrong')}</strong>}
          {!failed && rows === null && t('links.loading')}
          {rows?.length === 0 && t('links.none')}
          {erased && t('erase.done', { name: erased.name })}{' '}
          {erased &&
            erased.unread.length > 0 &&
            t('erase.unread', { count: erased.unread.length, list: erased.unread.join(', ') })}
        </output>
        {rows && rows.length > 0 && (
          <Finding filter={filter} onFilter={setFilter} found={shown.length} all={rows.length} />
        )}
        <ul className="dt-entries" aria-label={t('links.title')}>
          {shown.map((row) => (
            <LinkLine
              key={row.person}
              row={row}
              mailed={mailedOf(mail.found, row.person)}
              ticked={whom === 'chosen' ? ticked.has(row.person) : null}
              onTick={(on) => setTicked((before) => withTick(before, row.person, on))}
              onRenew={renew}
              onBounced={markBounced}
            >
              {row.person !== view.me && (
                <ErasePerson
                  row={row}
                  running={view.state.phase.name !== 'lobby' && view.state.phase.name !== 'ended'}
                  onErased={(unread) => {
                    setErased({ name: row.name, unread })
                    drop(row.person)
                  }}
                />
              )}
            </LinkLine>
          ))}
        </ul>
        <p className="dt-desk-note">{t('links.lost')}</p>
      </section>
    </>
  )
}

function withTick(before: ReadonlySet<string>, person: string, on: boolean): ReadonlySet<string> {
  const after = new Set(before)
  if (on) after.add(person)
  else after.delete(person)
  return after
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
