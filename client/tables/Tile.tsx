import { Button as Press, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Icon } from '../ui/Icon.tsx'
import { useT } from '../ui/text.tsx'
import { PersonVideo } from '../media/index.ts'
import { usePart } from '../floor/words.tsx'
import type { TileView } from './tiles.ts'
import './tables.css'

/** One person: picture or initial, first name, one word, a hand. The size never says anything. */
export function Tile({ tile }: { tile: TileView }) {
  const t = useT()
  const words = usePart()
  const looks = `tile is-${tile.look}${tile.me ? ' is-me' : ''}`
  return (
    <li className={looks}>
      <div className="tile-picture">
        <span className="tile-letter" aria-hidden="true">
          {[...tile.name][0]}
        </span>
        {tile.look === 'away' ? null : <PersonVideo person={tile.person} className="tile-video" />}
        {tile.hand ? <TileHand hand={tile.hand} /> : null}
      </div>
      <div className="tile-plate">
        <span className="tile-name">
          <TileName tile={tile} />
          {tile.me ? <span className="tile-me"> {t('tile.me')}</span> : null}
        </span>
        {tile.word ? (
          <span className={tile.look === 'rest' ? 'tile-word is-quiet' : 'tile-word'}>
            {tile.icon ? <Icon name={tile.icon} /> : null}
            {words(tile.word)}
          </span>
        ) : null}
      </div>
    </li>
  )
}

/** The first name; function and group stand in a detail behind it, so that titles do not weigh on the tile. */
function TileName({ tile }: { tile: TileView }) {
  const t = useT()
  const about = [tile.detail, tile.group ? t(`group.${tile.group}`) : null].filter((part) => part !== null)
  if (about.length === 0) return tile.name
  return (
    <DialogTrigger>
      <Press className="tile-more">
        {tile.name}
        <span className="unseen">, {t('tile.more', { name: tile.name })}</span>
      </Press>
      <Popover className="tile-detail" placement="top start">
        <Dialog aria-label={t('tile.more', { name: tile.name })}>
          <strong>{tile.name}</strong>
          <span>{about.join(', ')}</span>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function TileHand({ hand }: { hand: NonNullable<TileView['hand']> }) {
  const t = useT()
  const { kind, position } = hand
  if (kind !== 'turn') {
    return (
      <span className="tile-hand">
        <Icon name={kind === 'reply' ? 'reply' : 'compass'} />
        {t(kind === 'reply' ? 'tile.reply' : 'tile.process')}
      </span>
    )
  }
  return (
    <span className="tile-hand">
      <Icon name="hand" />
      <span aria-hidden="true">{position}</span>
      <span className="unseen">{position === null ? t('tile.handUp') : t('tile.handAt', { position })}</span>
    </span>
  )
}
