import './parts/ui/base.css'
import './parts/ui/parts.css'
import { createRoot } from 'react-dom/client'
import { App, loadPage } from './app/App.tsx'
import { readBoot } from './app/boot.ts'
import { withstandTranslation } from './core/translated.ts'
import { startLanguage } from './parts/ui/language.ts'
import { startTheme } from './parts/ui/theme.ts'

const boot = readBoot()

function draw(): void {
  const root = document.querySelector('#root')
  if (root) createRoot(root).render(<App boot={boot} />)
}

withstandTranslation()
startTheme()
// not awaited here: a file that waits is cut into many small ones when it is built
void startLanguage()
  .then(() => loadPage(boot))
  .then(draw)
