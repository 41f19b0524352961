/**
 * The parts every screen is built from. React Aria behaviour, our own looks (`base.css` reads `tokens.css`).
 *
 * - `<Button variant="primary|default|danger|quiet|hand|floor" icon="…" iconEnd size="small|big" wide pressed>`
 *   words `</Button>`, and `<LinkButton href>` for what is really a link.
 * - `<Icon name/>` beside a word (names in `icons.ts`), `<Mark/>` the product's mark.
 * - `<Dialog title trigger={<Button/>}>{(close) => …}</Dialog>`, `<Confirm title text yes onYes trigger/>`.
 * - `<Menu text items onChoose/>`, `<Select label options value onChange/>`, `<Tabs label items/>`.
 * - `<TextField label hint error/>`, `<TextArea rows/>`: value and onChange(text) as in React Aria.
 * - `<Banner tone title text>buttons</Banner>`.
 * - `showToast(text, { undo })`, `announce(text, { urgent })`; `<ToastRegion/>` and `<Announcer/>` stand once, in App.
 * - `useT()` gives `t(key, values)`; `useLocale`, `setLocale`; `<LanguageMenu/>`, `<ThemeMenu/>` in Preferences.tsx.
 *
 * Classes anybody may use: stack, stack-tight, row, card, facts, soft, small, large, num, nowrap, unseen,
 * wide-only (from 48em), phone-only (below 48em), with-icon.
 */
export { announce, Announcer } from './Announcer.tsx'
export { Banner } from './Banner.tsx'
export { Button, LinkButton, type ButtonProps } from './Button.tsx'
export { Confirm, Dialog } from './Dialog.tsx'
export { Icon, Mark, type IconName } from './Icon.tsx'
export { Menu, type MenuChoice } from './Menu.tsx'
export { Select } from './Select.tsx'
export { SkipLink } from './SkipLink.tsx'
export { Tabs, type TabItem } from './Tabs.tsx'
export { tNow, useLocale, useT, setLocale, type MessageKey, type T } from './text.tsx'
export { TextArea, TextField, type TextFieldProps } from './TextField.tsx'
export { showToast, ToastRegion } from './Toast.tsx'
