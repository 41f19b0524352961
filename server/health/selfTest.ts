import { tcpAnswers, udpRefused } from './ports.ts'
import type { Finding, Readiness } from './readiness.ts'

/** Where sound and picture come in; what is left out is not tried. */
export interface MediaPorts {
  host?: string | undefined
  tcp?: number | undefined
  udp?: number | undefined
}

/** A firewall may treat this machine otherwise than the world, so this is something to look at and never a reason to stop. */
async function portsOf({ host, tcp, udp }: MediaPorts): Promise<Finding[]> {
  if (host === undefined) return []
  const [answers, refused] = await Promise.all([
    tcp ? tcpAnswers(host, tcp) : true,
    udp ? udpRefused(host, udp) : false,
  ])
  const closed = [...(answers ? [] : [`TCP-poort ${tcp}`]), ...(refused ? [`UDP-poort ${udp}`] : [])]
  return closed.map((port) => ({
    part: 'ports',
    text: `${port} van de mediaserver is vanaf hier dicht. Kijk naar de firewall, en probeer de lijn vanaf een ander netwerk.`,
  }))
}

/** Once, when the app comes up: everything that somebody should know before people come in. */
export async function selfTest(readiness: () => Promise<Readiness>, ports: MediaPorts): Promise<Finding[]> {
  const [{ missing, notes }, closed] = await Promise.all([readiness(), portsOf(ports)])
  return [...missing, ...notes, ...closed]
}
