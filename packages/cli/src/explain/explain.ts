import { writeFileSync } from 'node:fs';
import { civilDateAt, type Calendar } from '@escalation-kit/core/calendar';
import type { Policy } from '@escalation-kit/core/policy';
import { policyHash } from '@escalation-kit/core/record';
import { readBases } from '../bases.ts';
import { checkFile } from '../check/check-file.ts';
import { textReport } from '../check/report.ts';
import { toHtml } from '../document/html.ts';
import { toMarkdown } from '../document/markdown.ts';
import { EXIT, type Exit, type Surroundings } from '../surroundings.ts';
import { bundledCalendar, calendarIn } from './calendar-for.ts';
import { policyDocument } from './policy-document.ts';

export const FORMATS = ['markdown', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface ExplainOptions {
  /** Without it, what the name of the file says; Markdown, where there is none. */
  readonly format?: Format;
  readonly out?: string;
  /** A civil date; today where it is left out. */
  readonly exampleDate?: string;
  /** Files of policies that this one extends. */
  readonly base?: readonly string[];
  /** The file of a calendar that the kit does not bring. */
  readonly calendar?: string;
}

/** Prints a sound policy as a document, or writes it into a file. */
export async function explain(file: string, options: ExplainOptions, around: Surroundings): Promise<Exit> {
  const { input } = around;
  const resolve = await readBases(options.base, input);
  const format = options.format ?? formatOf(options.out);
  if (format === null) {
    around.err(`${options.out} is no name for HTML or Markdown: end it with .html or .md, or give --format.\n`);
    return EXIT.unusable;
  }
  const checked = await checkFile(file, { now: around.now(), resolve, input });
  if (!checked.policy) {
    around.err(textReport([checked]));
    return checked.unreadable === undefined ? EXIT.faulty : EXIT.unusable;
  }
  const { policy } = checked;
  const { out, exampleDate = civilDateAt(around.now(), policy.timeZone) } = options;
  const calendar = options.calendar === undefined ? undefined : await calendarIn(options.calendar, policy, input);
  const text = await explainPolicy(policy, exampleDate, format, calendar);
  if (out === undefined) around.out(text);
  else return write(out, text, around);
  return EXIT.fine;
}

/**
 * A policy as a document that can be sent to its partnership for approval.
 *
 * @param policy one that `parsePolicy` took, or a bundled one
 * @param exampleDate the civil date from which the examples count
 * @param given the calendar by which they count, where the kit does not bring the one that the policy names
 */
export async function explainPolicy(
  policy: Policy,
  exampleDate: string,
  format: Format,
  given?: Calendar,
): Promise<string> {
  const calendar = given ?? (await bundledCalendar(policy));
  const document = policyDocument({ policy, calendar, exampleDate, fingerprint: fingerprintOf(policy) });
  return format === 'html' ? toHtml(document) : toMarkdown(document);
}

/** The confirmation itself is left out, so that the confirmed data is known by the very fingerprint that was confirmed. */
function fingerprintOf(policy: Policy): string {
  return policyHash({ ...policy, provenance: { ...policy.provenance, confirmed: null } });
}

/** Null where the name says that something else is wanted. */
function formatOf(file = '.md'): Format | null {
  if (/\.html?$/i.test(file)) return 'html';
  return /\.(md|markdown|txt)$/i.test(file) || !/\.\w+$/.test(file) ? 'markdown' : null;
}

function write(file: string, text: string, around: Surroundings): Exit {
  try {
    writeFileSync(file, text);
    return EXIT.fine;
  } catch (error) {
    around.err(`${file} cannot be written: ${(error as Error).message}.\n`);
    return EXIT.unusable;
  }
}
