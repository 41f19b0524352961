/** What Word puts on the clipboard: lines broken anywhere between two words, its own styles, smart quotes, soft breaks and a footnote. */

const HEAD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal { margin:0cm; font-family:"Calibri",sans-serif; } @page WordSection1 { size:595.3pt 841.9pt; } --></style></head>
<body lang=NL style='tab-interval:35.4pt;word-wrap:break-word'><!--StartFragment-->`
const TAIL = `<!--EndFragment--></body></html>`

/** A line as Word breaks it in its source. */
const wrapped = (words: string): string => words.replaceAll(/(.{40,60}) /g, '$1\r\n')

export const paragraph = (words: string): string =>
  `<p class=MsoNormal style='margin-bottom:8.0pt;line-height:107%'><span style='font-size:11.0pt;mso-ansi-language:NL'>${wrapped(words)}<o:p></o:p></span></p>\r\n`
export const softBroken = (...lines: string[]): string =>
  `<p class=MsoNormal>${lines.map(wrapped).join('<br>\r\n')}<o:p></o:p></p>\r\n`
export const bullet = (words: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${wrapped(words)}<o:p></o:p></p>\r\n`
export const table = (...rows: string[][]): string =>
  `<table class=MsoTableGrid border=1 cellspacing=0>${rows
    .map(
      (cells) =>
        `<tr>${cells.map((words) => `<td width=302 valign=top>${paragraph(words)}</td>`).join('')}</tr>`,
    )
    .join('\r\n')}</table>\r\n`
export const withNote = (words: string): string =>
  `<p class=MsoNormal>${wrapped(words)}<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a><o:p></o:p></p>\r\n`
export const note = (words: string): string =>
  `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> ${words}<o:p></o:p></p></div></div>`

export const fromWord = (...parts: string[]): string => HEAD + parts.join('') + TAIL

/** Sentences of about so many characters, each word another one. */
export function wordsOf(characters: number, from = 0): string {
  let text = `“Inwoners” ${from}`
  for (let i = 0; text.length < characters - 12; i++) text += ` woord${from}x${i}`
  return `${text}.`
}
