/** The plain look of intake's own pages: it takes after nobody, and is quiet in light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b2530;
  --muted: #4a5764;
  --paper: #ffffff;
  --faint: #eef2f6;
  --line: #8a97a4;
  --link: #0b5394;
  --danger: #b3261e;
  --warning: #8f4a00;
  --success: #14683a;
  --ek-text: var(--ink);
  --ek-text-muted: var(--muted);
  --ek-surface: var(--paper);
  --ek-surface-tint: var(--faint);
  --ek-line: var(--line);
  --ek-accent: var(--link);
  --ek-on-accent: var(--paper);
  --ek-danger: var(--danger);
  --ek-warning: var(--warning);
  --ek-success: var(--success);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e9eef4;
    --muted: #b6c2cd;
    --paper: #12181f;
    --faint: #1e2731;
    --line: #75828f;
    --link: #8ec5ff;
    --danger: #ff9c8f;
    --warning: #f4bb6a;
    --success: #7fd6a2;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main, .top, .demo { padding-inline: max(1rem, calc(50vw - 32rem)); }
main { padding-block: 1.5rem 4rem; }
main:focus { outline: 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid currentcolor; outline-offset: 3px; }
h1 { margin-block: 0.5rem 1rem; font-size: clamp(1.5rem, 1.2rem + 1.6vw, 2.25rem); line-height: 1.2; }
h1:focus, h1 span:focus { outline: 0; }
h2 { margin-block: 2rem 0.5rem; font-size: 1.375rem; line-height: 1.3; }
h3 { margin-block: 1.25rem 0.25rem; font-size: 1.125rem; }
p, ul, ol, dl { margin-block: 0.5rem; }
small, .hint, .small { color: var(--muted); font-size: 1rem; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -10rem; padding: 0.75rem 1rem; background: #ffffff; color: #000000; z-index: 1; }
.skip:focus { inset-block-start: 0.5rem; }
.top { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: baseline; justify-content: space-between; padding-block: 0.5rem; border-block-end: 1px solid var(--line); background: var(--faint); }
.top ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
.top li a { display: inline-block; padding-block: 0.375rem; }
.top p { margin: 0; }
.demo { padding-block: 0.75rem; border-block-end: 4px solid #b38600; background: #fff4ce; color: #1f1a0a; font-size: 1rem; }
.demo p { margin: 0; }
.demo a { color: inherit; }
.demo form { display: flex; flex-wrap: wrap; gap: 0.5rem 0.75rem; align-items: center; margin-block-start: 0.5rem; }
.demo button { min-block-size: 2.5rem; padding: 0.25rem 0.75rem; border: 1px solid #1f1a0a; border-radius: 0; background: #ffffff; color: #1f1a0a; font: inherit; cursor: pointer; }
.button { display: inline-block; min-block-size: 2.75rem; padding: 0.5rem 1.25rem; border: 2px solid var(--link); border-radius: 4px; background: var(--link); color: var(--paper); font: inherit; font-weight: 700; text-decoration: none; cursor: pointer; }
.button--plain { background: none; color: var(--link); font-weight: 400; }
.link { min-block-size: 2rem; padding: 0; border: 0; background: none; color: var(--link); font: inherit; text-align: start; text-decoration: underline; cursor: pointer; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin-block: 1.25rem; }
.inline, .demo .inline { display: inline; }
.filters, .mailboxes, .counts { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; padding: 0; list-style: none; }
.filters :is(a, strong), .mailboxes :is(a, strong) { display: inline-block; padding-block: 0.25rem; }
.reference { white-space: nowrap; }
pre + form { margin-block-start: 0.75rem; }
.mail { margin-block: 1rem; }
[data-elements] > escalation-case { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr); }
.lead { font-size: 1.25rem; max-inline-size: 44rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem; margin-block: 1.5rem; padding: 0; list-style: none; }
.card { padding: 1rem 1.25rem; border: 1px solid var(--line); border-block-start: 6px solid var(--link); background: var(--faint); }
.card > :first-child { margin-block-start: 0; }
.card h2, .card h3 { font-size: 1.125rem; }
.wide { overflow-x: auto; }
table { inline-size: 100%; border-collapse: collapse; font-size: 1rem; }
caption { padding-block: 0.5rem; font-weight: 700; text-align: start; }
th { overflow-wrap: normal; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.late { color: var(--danger); font-weight: 700; }
.tag { display: inline-block; padding: 0 0.5rem; border: 1px solid currentcolor; border-radius: 1rem; font-size: 0.9375rem; }
.pre { white-space: pre-wrap; font-family: inherit; margin: 0; }
.facts { display: grid; grid-template-columns: minmax(0, auto) minmax(0, 1fr); gap: 0.25rem 1rem; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; }
.entries { padding: 0; list-style: none; border-inline-start: 3px solid var(--line); }
.entries > li { padding: 0.25rem 0 1rem 1rem; }
.note, .callout, .outcome, .errors { margin-block: 1rem; padding: 0.75rem 1rem; border-inline-start: 6px solid var(--line); background: var(--faint); }
.callout--immediate-danger, .errors { border: 3px solid var(--danger); background: none; }
.callout--urgent, .note--blocked { border-inline-start-color: var(--warning); }
.outcome--sent { border: 3px solid var(--success); background: none; }
.outcome--not-sent { border: 3px solid var(--danger); background: none; }
.errors a, .error { color: var(--danger); font-weight: 700; }
.ek-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
.field { margin-block: 1.25rem; }
.field--error, .field--error fieldset { padding-inline-start: 1rem; border-inline-start: 5px solid var(--danger); }
.field--error fieldset { padding: 0; border: 0; }
.label, legend { padding: 0; font-weight: 700; }
.option { display: flex; gap: 0.75rem; align-items: flex-start; padding-block: 0.375rem; }
.option input { flex: none; inline-size: 1.5rem; block-size: 1.5rem; margin: 0; }
.option .hint { display: block; }
.form { max-inline-size: 44rem; }
.form input[type='text'], .form textarea { inline-size: 100%; max-inline-size: 34rem; min-block-size: 2.75rem; padding: 0.375rem 0.5rem; border: 2px solid var(--line); border-radius: 0; background: var(--paper); color: inherit; font: inherit; }
select, input[type='email'] { max-inline-size: 100%; min-block-size: 2.75rem; padding: 0.25rem 0.5rem; border: 2px solid var(--line); border-radius: 0; background: var(--paper); color: inherit; font: inherit; }
.date { display: flex; gap: 1rem; }
.form .part input[type='text'] { inline-size: 4rem; }
.form .part--year input[type='text'] { inline-size: 6rem; }
.answers { border-block-start: 1px solid var(--line); }
.answer { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
.answer dt { font-weight: 700; grid-column: 1; }
.answer dd { margin: 0; grid-column: 1; }
.answer .change { grid-column: 2; grid-row: 1; }
.answer small { display: block; }
.standing { margin-block-start: 2.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
details.source { font-size: 1rem; }
.chart { inline-size: 40%; }
meter { inline-size: 100%; min-inline-size: 5rem; }
@media (max-width: 40rem) { .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-block-end: 0.5rem; } }
@media print { .top, .demo form, .skip, .actions, .no-print { display: none; } }
`;

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#0b5394" d="M1 15V11h4V7h4V3h6v12z"/></svg>`;
