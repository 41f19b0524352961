import { renderSVG } from 'uqr'

/** Blocks of white around it, which scanners need. */
const QUIET = 4

/** A code to scan, black on white whatever the theme; it can be a file of its own or stand in a page. */
export const qrSvg = (text: string): string => renderSVG(text, { ecc: 'M', border: QUIET, pixelSize: 4 })
