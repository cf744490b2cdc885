import { GROUPS, quarterBefore, type Count, type Report } from '../show/report.ts';
import type { Services } from '../services.ts';
import type { OwnKeyAfter, Text } from '../text/say.ts';
import { html, type Html } from './html.ts';

/** A quarter in numbers, each with a bar beside it. */
export function reportPage({ quarter, total, groups }: Report, { say }: Pick<Services, 'say'>): Html {
  const word = (key: OwnKeyAfter<'intake.report.'>, values?: Record<string, string | number>) =>
    say({ key: `intake.report.${key}`, values });
  const before = quarterBefore(quarter);
  return html`<h1>${word('title', { quarter })}</h1>
    <p>${total === null ? word('few-raised') : word('raised', { count: total })} ${word('few.why')}</p>
    <p>
      <a href="/report?quarter=${before}">${word('before', { quarter: before })}</a> ·
      <a href="/report.csv?quarter=${quarter}">${word('csv')}</a>
    </p>
    ${GROUPS.map((group) => table(word(group), groups[group], total ?? 0, say))}`;
}

function table(title: string, counts: readonly Count[], total: number, say: Services['say']): Html | null {
  if (counts.length === 0) return null;
  const most = Math.max(total, ...counts.map(({ cases }) => cases ?? 0), 1);
  return html`<table>
    <caption>
      ${title}
    </caption>
    <tbody>
      ${counts.map(
        ({ name, cases }) =>
          html`<tr>
            <th scope="row">${nameOf(name, say)}</th>
            <td class="number">${cases ?? say({ key: 'intake.report.few' })}</td>
            <td class="chart" aria-hidden="true">
              ${cases !== null && html`<meter min="0" max="${most}" value="${cases}"></meter>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The same as a table for other programs. */
export function reportCsv({ quarter, groups }: Report, { say }: Pick<Services, 'say'>): string {
  const rows = GROUPS.flatMap((group) =>
    groups[group].map(({ name, cases }) => [
      quarter,
      say({ key: `intake.report.${group}` }),
      nameOf(name, say),
      cases ?? say({ key: 'intake.report.few' }),
    ]),
  );
  const head = ['quarter', 'by', 'name', 'cases'];
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Quoted, and never a formula where a spreadsheet opens it. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Names of ours are keys of texts; a policy's own stand as they are. */
function nameOf(name: string, say: Services['say']): string {
  if (/^(sector|case-status)\.[\w-]+$/.test(name)) return say({ key: name as Text['key'] });
  return /^(settled|learned)\.\w+$/.test(name) ? say({ key: `intake.report.${name}` as Text['key'] }) : name;
}
