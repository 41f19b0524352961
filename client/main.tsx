import './ui/base.css'
import './ui/parts.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { readBoot } from './app/boot.ts'
import './ui/theme.ts'

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App boot={readBoot()} />)
