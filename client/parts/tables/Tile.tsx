import { useRef } from 'react'
import { Button as Press } from 'react-aria-components/Button'
import { fetched } from '../../core/fetched.ts'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { useOpening } from '../ui/useOpening.ts'
import type { PersonId } from '../../../shared/dialogue/model.ts'
import { PersonVideo } from '../media/PersonVideo.tsx'
import { usePart } from '../floor/words.tsx'
import type { TileView } from './tiles.ts'
import { useTile } from './useTile.ts'
import './tile.css'

/** One person: picture or initial, name, one word, a hand. The size never says anything. */
export function Tile({ person }: { person: PersonId }) {
  const t = useT()
  const tile = useTile(person)
  const words = usePart()
  const looks = `dt-tile is-${tile.look}${tile.me ? ' is-me' : ''}`
  return (
    <li className={looks}>
      <div className="dt-tile-picture">
        <span className="dt-tile-letter" aria-hidden="true">
          {[...tile.name][0]}
        </span>
        {tile.look === 'away' ? null : <PersonVideo person={tile.person} className="dt-tile-video" />}
        {tile.hand ? <TileHand hand={tile.hand} /> : null}
      </div>
      <div className="dt-tile-plate">
        <span className="dt-tile-name">
          <TileName tile={tile} />
          {tile.me ? <span className="dt-tile-me"> {t('tile.me')}</span> : null}
        </span>
        {tile.word ? (
          <span className={tile.look === 'rest' ? 'dt-tile-word is-quiet' : 'dt-tile-word'}>
            {tile.icon ? <Icon name={tile.icon} /> : null}
            {words(tile.word)}
          </span>
        ) : null}
      </div>
    </li>
  )
}

const loadDetail = fetched(async () => (await import('./TileDetail.tsx')).TileDetail)

/** The name; function and group stand in a detail behind it, so that titles do not weigh on the tile. */
function TileName({ tile }: { tile: TileView }) {
  const t = useT()
  const trigger = useRef<HTMLButtonElement>(null)
  const { Part: TileDetail, open, over, ahead } = useOpening(loadDetail)
  const about = [tile.detail, tile.group ? t(`group.${tile.group}`) : null].filter((part) => part !== null)
  if (about.length === 0) return <Name {...tile} />
  const label = t('tile.more', { name: tile.name })
  return (
    <>
      <Press className="dt-tile-more" {...ahead} ref={trigger} aria-expanded={over.isOpen} onPress={open}>
        <Name {...tile} />
        <span className="dt-unseen">, {label}</span>
      </Press>
      {TileDetail ? (
        <TileDetail {...over} trigger={trigger} label={label} name={tile.name} about={about.join(', ')} />
      ) : null}
    </>
  )
}

/** Whole, and for the eye on a small tile the first name alone. */
function Name({ name, short }: Pick<TileView, 'name' | 'short'>) {
  if (short === name) return <bdi>{name}</bdi>
  return (
    <>
      <bdi className="dt-tile-whole">{name}</bdi>
      <bdi className="dt-tile-first" aria-hidden="true">
        {short}
      </bdi>
    </>
  )
}

function TileHand({ hand }: { hand: NonNullable<TileView['hand']> }) {
  const t = useT()
  const { kind, position } = hand
  if (kind !== 'turn') {
    return (
      <span className="dt-tile-hand">
        <Icon name={kind === 'reply' ? 'reply' : 'compass'} />
        {t(kind === 'reply' ? 'tile.reply' : 'tile.process')}
      </span>
    )
  }
  return (
    <span className="dt-tile-hand">
      <Icon name="hand" />
      <span aria-hidden="true">{position}</span>
      <span className="dt-unseen">
        {position === null ? t('tile.handUp') : t('tile.handAt', { position })}
      </span>
    </span>
  )
}
