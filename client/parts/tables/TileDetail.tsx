import type { RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Over } from '../ui/useOpening.ts'

interface TileDetailProps extends Over {
  trigger: RefObject<HTMLButtonElement | null>
  label: string
  name: string
  about: string
}

/** Somebody's whole name, function and group, beside their tile. */
export function TileDetail({ trigger, label, name, about, ...over }: TileDetailProps) {
  return (
    <Popover {...over} className="dt-tile-detail" triggerRef={trigger} placement="top start">
      <Dialog aria-label={label}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <bdi>{about}</bdi>
      </Dialog>
    </Popover>
  )
}
