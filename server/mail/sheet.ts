/** Style of the letters and of the page that stops mail: a page each on A4, and readable on a screen from 320 pixels on. */
export const MAIL_SHEET = `
:root {
  color-scheme: light;
}
* {
  box-sizing: border-box;
}
body {
  margin: 0;
  background: #f8f5ef;
  color: #1f2729;
  font: 1.125rem/1.5 Verdana, 'DejaVu Sans', sans-serif;
  overflow-wrap: anywhere;
}
header,
main {
  max-inline-size: 46rem;
  margin-inline: auto;
  padding: 1rem;
}
h1,
h2,
h3 {
  margin: 0 0 0.5em;
  line-height: 1.2;
}
h1 {
  font-size: 1.75rem;
}
h2 {
  font-size: 1.75rem;
}
h3 {
  font-size: 1.125rem;
}
p,
ol {
  margin: 0 0 1em;
}
button {
  min-block-size: 2.75rem;
  padding: 0.5rem 1.5rem;
  border: 0;
  border-radius: 0.625rem;
  background: #0f4f4a;
  color: #ffffff;
  font: inherit;
  font-weight: bold;
  cursor: pointer;
}
:focus-visible {
  outline: 3px solid #1f2729;
  outline-offset: 2px;
}
article {
  margin-block-end: 1.5rem;
  padding: 1.5rem;
  border: 1px solid #7d7466;
  border-radius: 0.625rem;
  background: #ffffff;
}
.title {
  color: #50585a;
}
.when {
  font-size: 1.25rem;
}
.ways {
  display: flex;
  flex-wrap: wrap;
  gap: 1.5rem;
  margin-block-end: 1rem;
}
.ways > div:last-child {
  flex: 1 1 14rem;
  min-inline-size: 0;
}
.qr {
  flex: none;
  inline-size: 12rem;
  max-inline-size: 100%;
}
.qr svg {
  display: block;
  inline-size: 100%;
  block-size: auto;
}
.link {
  font-family: 'DejaVu Sans Mono', Consolas, monospace;
  font-size: 0.9375rem;
}
.code {
  font: bold 2rem/1.2 'DejaVu Sans Mono', Consolas, monospace;
  letter-spacing: 0.1em;
}
.phone {
  font-weight: bold;
}
@page {
  size: A4;
  margin: 20mm;
}
@media print {
  header {
    display: none;
  }
  body {
    background: none;
    font-size: 12pt;
  }
  main {
    max-inline-size: none;
    padding: 0;
  }
  article {
    margin: 0;
    padding: 0;
    border: 0;
    break-inside: avoid;
  }
  article + article {
    break-before: page;
  }
}
`

/** The button of the letters. */
export const PRINT_SCRIPT = `document.querySelector('button')?.addEventListener('click', () => print())\n`
