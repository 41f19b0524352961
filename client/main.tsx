import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { readBoot } from './app/boot.ts'
import './ui/base.css'
import './ui/parts.css'

const root = document.querySelector('#root')
if (root) createRoot(root).render(<App boot={readBoot()} />)
