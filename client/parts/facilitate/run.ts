import type { useCommand } from '../ui/useCommand.ts'

/** Gives a command; answers whether it was accepted. A refusal is told by the control's own toast. */
export type Run = ReturnType<typeof useCommand>['run']
