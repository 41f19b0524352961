export { useRemembered } from '../ui/remembered.ts'
