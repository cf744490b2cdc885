/** How a chronology looks, on screen and on paper. It names no colour: black on white is the browser's own. */
export const STYLE = `
body { font: 1rem/1.5 Arial, Helvetica, sans-serif; margin: 1rem auto; max-width: 70rem; padding: 0 1rem; }
h1, h2 { line-height: 1.2; break-after: avoid; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: bold; padding: 0.5rem 0; }
th, td { border: 1px solid; padding: 0.5rem; text-align: start; vertical-align: top; }
dl { margin: 0.5rem 0 0; }
dt { font-weight: bold; }
dd { margin: 0 0 0.25rem 1rem; }
p { margin: 0.5rem 0 0; }
dd, .typed { overflow-wrap: anywhere; }
.typed { white-space: pre-wrap; }
.warning { border-inline-start: 0.3rem solid; padding-inline-start: 0.5rem; font-weight: bold; }
@page { margin: 15mm; }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; padding: 0; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  dl, p, caption { break-inside: avoid; }
}
`;

/** SHA-256 of the style in base64, by which the page's content security policy allows it and no other. */
export const STYLE_HASH = 'WayvaIqTzr7SFtPCCQ3UAs5b1jGQmKr/KjXJnL/s0X0=';
