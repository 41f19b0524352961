import type { DemoLink } from '../../shared/protocol.ts'
import { RoleTag } from '../parts/tables/RoleTag.tsx'
import { Icon } from '../parts/ui/Icon.tsx'
import { useT } from '../parts/ui/text.tsx'

/** All participants by table, folded: one of them is enough to begin with. */
export function DemoPeople({ people }: { people: readonly DemoLink[] }) {
  const t = useT()
  const tables = byTable(people)
  return (
    <details className="dt-fold">
      <summary>
        <Icon name="down" />
        <span>
          <b>{t('front.everybody', { count: people.length })}</b>
          <small>{t('front.tables', { count: tables.length })}</small>
        </span>
      </summary>
      <div className="dt-fold-tables">
        {tables.map(({ table, seated }) => (
          <section key={table.number}>
            <h3>
              <RoleTag role={table.role} words={t('front.table', { number: table.number })} />
            </h3>
            <ul>
              {seated.map((person) => (
                <li key={person.url}>
                  <a className="dt-fold-who" href={person.url} target="_blank" rel="noreferrer">
                    <span>
                      <b>
                        <bdi>{person.name}</bdi>
                      </b>
                      {person.detail ? <small dir="auto">{person.detail}</small> : null}
                    </span>
                    <Icon name="next" />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  )
}

interface Seated {
  table: NonNullable<DemoLink['table']>
  seated: DemoLink[]
}

/** The tables in their order, each with its people; who has no seat yet stands in none. */
function byTable(people: readonly DemoLink[]): Seated[] {
  const tables: Seated[] = []
  for (const person of people) {
    if (!person.table) continue
    const found = tables.find(({ table }) => table.number === person.table?.number)
    if (found) found.seated.push(person)
    else tables.push({ table: person.table, seated: [person] })
  }
  return tables.toSorted((one, other) => one.table.number - other.table.number)
}
