/** Where the socket with this name is, below the person's own address. */
export function socketAddress(name: string, url: string): string {
  const address = new URL(name, url)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}
