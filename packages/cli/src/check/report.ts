import type { Acknowledged, Fault, Finding } from '@escalation-kit/core/parse';
import type { CheckedFile, Placed } from './check-file.ts';

export interface Counts {
  readonly files: number;
  readonly faults: number;
  readonly warnings: number;
}

export function countsOf(files: readonly CheckedFile[]): Counts {
  const sum = (key: 'faults' | 'warnings') => files.reduce((all, file) => all + file[key].length, 0);
  return { files: files.length, faults: sum('faults'), warnings: sum('warnings') };
}

/** Everything that was found, for people to read. */
export function textReport(files: readonly CheckedFile[]): string {
  const { files: count, faults, warnings } = countsOf(files);
  const said = files.flatMap((file) => [
    ...(file.unreadable === undefined ? [] : [file.unreadable]),
    ...file.faults.map((fault) => faultText(file.file, fault)),
    ...file.warnings.map((warning) => warningText(file.file, warning)),
    ...file.acknowledged.map((known) => acknowledgedText(file.file, known)),
  ]);
  const closing = `${number(count, 'file')}, ${number(faults, 'fault')}, ${number(warnings, 'warning')}`;
  return [...said.map((text) => `${text}\n`), closing].join('\n') + '\n';
}

/** The same for programs. */
export function jsonReport(files: readonly CheckedFile[]): string {
  const listed = files.map(({ file, policy, unreadable, faults, warnings, acknowledged }) => ({
    file,
    policy: policy && { id: policy.id, version: policy.version },
    ...(unreadable !== undefined && { unreadable }),
    faults,
    warnings,
    ...(acknowledged.length > 0 && { acknowledged }),
  }));
  return `${JSON.stringify({ files: listed, counts: countsOf(files) }, null, 2)}\n`;
}

/** A message tells what was found and what is allowed where that helps; what it leaves out stands below it. */
function faultText(file: string, fault: Placed<Fault>): string {
  const { path, found, allowed, message } = fault;
  const lines = [`${where(file, fault)}: fault at ${path}`, `  ${message}`];
  if (found !== 'nothing' && !message.includes(found)) lines.push(`  Found: ${found}`);
  if (!message.includes(allowed)) lines.push(`  Allowed: ${allowed}`);
  return [...lines, ...inheritance(fault)].join('\n');
}

function warningText(file: string, warning: Placed<Finding>): string {
  const { path, message, how, kind } = warning;
  const lines = [`${where(file, warning)}: warning at ${path} (${kind})`, `  ${message}`, `  Known because: ${how}`];
  return [...lines, ...inheritance(warning)].join('\n');
}

/** What the policy's author knows of: said, and not counted as a warning. */
function acknowledgedText(file: string, { finding: { path, message, kind }, by }: Acknowledged): string {
  const who = [by.by, by.on].filter(Boolean).join(', ');
  return `${file}: acknowledged at ${path} (${kind})\n  ${message}\n  ${by.note}${who && ` (${who})`}`;
}

function inheritance({ inherited }: Placed<object>): string[] {
  return inherited ? ['  It comes from what this policy extends.'] : [];
}

function where(file: string, { line, column }: Placed<object>): string {
  return line === undefined ? file : `${file}:${line}:${column}`;
}

function number(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
