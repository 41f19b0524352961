import { openSync, type Font } from 'fontkit'
import { createRequire } from 'node:module'
import type { Span } from '../../../shared/agreement/richText.ts'

/** The letters of a document: the screens' own, and others for what these lack, so that no word is lost. */

const { resolve } = createRequire(import.meta.url)
const PACKAGES = '@expo-google-fonts'

const ATKINSON = {
  regular: `${PACKAGES}/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  strong: `${PACKAGES}/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  em: `${PACKAGES}/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf`,
  strongEm: `${PACKAGES}/atkinson-hyperlegible-next/700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf`,
}
/** In this order: European scripts, Arabic, signs, pictures. */
const OTHERS = [
  `${PACKAGES}/noto-sans/400Regular/NotoSans_400Regular.ttf`,
  `${PACKAGES}/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf`,
  `${PACKAGES}/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf`,
  `${PACKAGES}/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf`,
  `${PACKAGES}/noto-emoji/400Regular/NotoEmoji_400Regular.ttf`,
]

const opened = new Map<string, Font>()

/** Has this font every part of the letter? */
export function covers(path: string, letter: string): boolean {
  let font = opened.get(path)
  if (!font) {
    const file = openSync(fileOf(path))
    // a collection of fonts in one file is none of ours
    if (!('hasGlyphForCodePoint' in file)) return false
    opened.set(path, (font = file))
  }
  return Array.from(letter).every((one) => font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0))
}

function own({ marks }: Pick<Span, 'marks'>): string {
  const [strong, em] = [marks.includes('strong'), marks.includes('em')]
  if (strong && em) return ATKINSON.strongEm
  return strong ? ATKINSON.strong : em ? ATKINSON.em : ATKINSON.regular
}

const files = new Map<string, string>()

/** Where a font's file is, for whoever embeds it. */
export function fileOf(font: string): string {
  const file = files.get(font) ?? resolve(font)
  files.set(font, file)
  return file
}

/** The first font that has this letter with all its marks, or null: nobody here can draw it. */
export function fontFor(letter: string, span: Pick<Span, 'marks'>): string | null {
  return [own(span), ...OTHERS].find((path) => covers(path, letter)) ?? null
}

export const plainFont = (span: Pick<Span, 'marks'>): string => own(span)
