/**
 * What the server tells when it is ready.
 * @typedef {object} Ready
 * @property {true} ready
 * @property {string} url
 * @property {Record<string, string | string[]>} [links] per role
 * @property {Record<string, string>} [roleNames] how the roles are called
 * @property {Understudy[]} [understudies]
 */
/** @typedef {{ person: string, name: string, role: string, url: string }} Understudy */

/**
 * @param {unknown} message
 * @returns {message is Ready}
 */
export const isReady = (message) =>
  typeof message === 'object' && message !== null && 'ready' in message && message.ready === true

/** @param {Ready} ready */
export const asJson = ({ url, links = {} }) => JSON.stringify({ ready: true, url, links })

/** @param {Ready} ready */
export function asText({ url, links = {}, roleNames = {} }) {
  const rows = Object.entries(links).flatMap(([role, given]) => {
    const name = roleNames[role] ?? role
    if (!Array.isArray(given)) return [[name, given]]
    return given.map((link, index) => [given.length > 1 ? `${name} ${index + 1}` : name, link])
  })
  const width = Math.max(0, ...rows.map(([name = '']) => name.length))
  return [
    '',
    `Dialoogtafel draait op ${url}`,
    ...(rows.length > 0 ? ['', 'Een link per persoon:'] : []),
    ...rows.map(([name = '', link]) => `  ${name.padEnd(width)}  ${link}`),
    '',
    'Stoppen: Ctrl-C',
    '',
  ].join('\n')
}
