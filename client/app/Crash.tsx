import { Component, type ReactNode } from 'react'
import { ErrorPage } from './ErrorPage.tsx'

/** React asks for a class here. What breaks while drawing becomes a page with a way back, never an empty screen. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <ErrorPage code="broken" /> : this.props.children
  }
}
