import './parts/ui/base.css'
import './parts/ui/parts.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { readBoot } from './app/boot.ts'
import { withstandTranslation } from './core/translated.ts'
import { startLocale } from './parts/ui/locale.ts'
import { startTheme } from './parts/ui/theme.ts'

withstandTranslation()
startLocale()
startTheme()

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App boot={readBoot()} />)
