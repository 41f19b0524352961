import { openRoad } from './cluster.ts'

/** A door before a TCP server that can be shut: open lines break and new ones are dropped, until it opens again. */
export interface Gate {
  /** The given address with the gate's port in it. */
  url: string
  shut(): void
  open(): void
  stop(): Promise<void>
}

export async function gateBefore(address: string): Promise<Gate> {
  const { port } = new URL(address)
  const road = await openRoad({ to: () => [Number(port)], chance: () => 0 })
  const url = new URL(address)
  url.port = String(road.port)
  return { url: url.href, shut: road.cut, open: road.open, stop: road.stop }
}
