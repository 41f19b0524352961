/** What went wrong, in a line of the log. */
export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error))
