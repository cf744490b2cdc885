/** For reading on a screen of any width, and on paper. */
export const PRINTABLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 75rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1, h2, h3, caption, dt { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; }
h2 { margin-top: 3rem; padding-top: .5rem; border-top: 2px solid; font-size: 1.5rem; }
h3 { margin-top: 2rem; font-size: 1.2rem; }
p, li, dd { max-width: 45rem; }
a { color: #0b4f8a; }
a:focus-visible, .wide:focus-visible { outline: 3px solid #0b4f8a; outline-offset: 2px; }
code { font-size: .9em; overflow-wrap: anywhere; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; margin: .4rem 0; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
td a { display: inline-block; min-height: 1.5rem; }
.line { display: block; }
.line + .line { margin-top: .25rem; }
.wide { overflow-x: auto; margin: 1rem 0 2rem; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
caption { padding-bottom: .5rem; font-weight: 600; text-align: start; }
th, td { min-width: 6rem; padding: .5rem .6rem; border: 1px solid #767676; text-align: start; vertical-align: top; }
thead th { background: #eef1f4; }
tbody th { font-weight: 600; }
tr:target { outline: 3px solid #0b4f8a; outline-offset: -3px; }
.blanks p { border-bottom: 1px solid; padding-top: 2rem; }
@media (max-width: 40rem) {
  dl > div { grid-template-columns: 1fr; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { font-size: 9.5pt; }
  main { max-width: none; padding: 0; }
  nav { break-after: page; }
  h2, h3, caption { break-after: avoid; }
  tr, .blanks { break-inside: avoid; }
  .wide { overflow: visible; }
  th, td { min-width: 0; padding: .3rem .4rem; }
  a { color: inherit; text-decoration: none; }
}
`;
