export const choose = <T>(from: readonly T[], number: number | undefined, fallback: T): T =>
  from[(number ?? 0) % Math.max(1, from.length)] ?? fallback

/** A part of an agenda, as a number chooses it. */
export const randomPart = (number: number) => ({
  title: choose(['Kennismaken', 'Afspraken'], number, 'Kennismaken'),
  lengthMs: 60_000 + (number % 3) * 60_000,
  where: choose(['plenary', 'tables'], number, 'plenary'),
  questions: { lawful: 'Wie bent u?', networking: '', performing: '', participating: '' },
})
