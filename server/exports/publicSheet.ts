/** The public page's own few lines of style: readable from 320 pixels on, in the light or the dark, and on paper. */
export const PUBLIC_SHEET = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f8f5ef, #161a1a);
  --surface: light-dark(#ffffff, #202625);
  --ink: light-dark(#1f2729, #f3efe7);
  --soft: light-dark(#50585a, #c2c8c3);
  --line: light-dark(#7d7466, #8d9995);
  --action: light-dark(#0f4f4a, #93d5ca);
  --added: light-dark(#dcebe7, #20423d);
  --removed: light-dark(#efeae0, #2c3433);
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.125rem/1.5 Verdana, 'DejaVu Sans', sans-serif;
  /* a long word is broken between its parts, and elsewhere only where the device does not know them */
  -webkit-hyphens: auto;
  hyphens: auto;
  hyphenate-limit-chars: 12 4 4;
  overflow-wrap: anywhere;
}
:root:has(#groter:checked) body {
  font-size: 1.5rem;
}
:root:has(#groter:checked) :is(.status, .soft) {
  font-size: 1.25rem;
}
.tools {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
  justify-content: flex-end;
  margin-block-end: 1rem;
}
.tools > :is(button, label) {
  display: inline-flex;
  gap: 0.5rem;
  align-items: center;
  min-block-size: 2.75rem;
  padding: 0.25rem 0.75rem;
  border: 2px solid var(--line);
  border-radius: 0.625rem;
  background: var(--surface);
  color: var(--ink);
  font: inherit;
  font-size: 1rem;
  font-weight: bold;
  cursor: pointer;
}
.tools > [hidden] {
  display: none;
}
.tools input {
  inline-size: 1.25rem;
  block-size: 1.25rem;
  accent-color: var(--action);
}
header,
main,
footer {
  max-inline-size: 46rem;
  margin-inline: auto;
  padding: 1rem;
}
h1,
h2,
h3,
h4 {
  margin: 1.25em 0 0.5em;
  line-height: 1.2;
}
h1 {
  margin-block-start: 0;
  /* the longest word of many a title on one line, at 320 pixels too */
  font-size: clamp(1.375rem, 7vw, 1.75rem);
}
h2 {
  font-size: 1.375rem;
}
h3 {
  margin: 0;
  font-size: 1.125rem;
}
h4 {
  font-size: 1rem;
}
p {
  margin: 0 0 0.75em;
}
a,
summary {
  color: var(--action);
}
:focus-visible {
  outline: 3px solid var(--ink);
  outline-offset: 2px;
}
summary {
  min-block-size: 2.75rem;
  padding-block: 0.5rem;
  cursor: pointer;
}
.files a {
  display: inline-block;
  padding-block: 0.625rem;
}
.state {
  font-size: 1.25rem;
  font-weight: bold;
}
.promise {
  margin: 0;
  padding: 1rem;
  border-inline-start: 4px solid var(--action);
  background: var(--surface);
}
.set {
  display: grid;
  gap: 0.75rem;
  margin: 0;
  padding: 0;
  list-style: none;
}
.set > li {
  min-inline-size: 0;
  padding: 1rem;
  border: 1px solid var(--line);
  border-radius: 0.625rem;
  background: var(--surface);
}
.status {
  display: inline-block;
  margin: 0.25rem 0 0.75rem;
  padding: 0 0.5rem;
  border: 1px solid var(--line);
  border-radius: 0.375rem;
  font-size: 0.9375rem;
  font-weight: bold;
}
.told {
  padding-inline-start: 0.75rem;
  border-inline-start: 4px solid var(--line);
}
.soft {
  color: var(--soft);
  font-size: 0.9375rem;
}
ins {
  background: var(--added);
  font-weight: bold;
  text-decoration: underline 2px;
}
del {
  background: var(--removed);
  text-decoration: line-through 2px;
}
.unseen {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media print {
  .tools {
    display: none;
  }
  .set > li {
    break-inside: avoid;
  }
}
`
