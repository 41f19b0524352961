import type { Soundness, Unsound } from '../store/store.ts'

const wrongly = (wrong: Unsound): string =>
  wrong.kind === 'log'
    ? `Dialoog ${wrong.dialogue}, bijeenkomst ${wrong.session}: regel ${wrong.seq} van het logboek klopt niet.`
    : `Dialoog ${wrong.dialogue}, tafel ${wrong.table}: de tekst klopt niet (${wrong.why}).`

/** What was found, for whoever asked. */
export const foundIn = ({ logs, texts, wrong }: Soundness): string[] =>
  wrong.length === 0
    ? [`Alles klopt: ${logs} logboeken en ${texts} teksten zijn nagekeken.`]
    : [...wrong.map(wrongly), `Van ${logs} logboeken en ${texts} teksten kloppen er ${wrong.length} niet.`]
