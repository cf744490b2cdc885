import { doubledKeys, type Steps } from './doubled-keys.ts';
import { eventIdOf, type Fault, type Verification } from './verify-record.ts';

/**
 * What is wrong with the file itself, whatever its chain says: a key that stands twice, where one program goes by the
 * first and another by the last, and fields that a record file does not have, which no hash covers.
 *
 * A doubled key of an entry is that entry's fault. Of the whole file it is the first entry's, since nobody can tell
 * which entries are meant. What touches no entry comes after the last.
 */
export function fileFaults(text: string, file: { readonly entries: readonly unknown[] }): Fault[] {
  const { entries } = file;
  const faults: Fault[] = [];
  const add = (index: number, kind: Fault['kind'], detail: string) => {
    faults[faults.length] = { index, eventId: eventIdOf(entries[index]), kind, detail };
  };
  for (const steps of doubledKeys(text)) {
    add(placeOf(steps, entries.length), 'doubled', `the key '${steps[steps.length - 1]}' stands twice in one object`);
  }
  for (const key in file) {
    if (hasOwn(file, key) && !KNOWN.has(key))
      add(entries.length, 'unknown', 'the file has a field that record files do not have');
  }
  return faults;
}

/** The verification with the faults of the file. An entry keeps the fault that it has. */
export function withFileFaults(verification: Verification, more: readonly Fault[]): Verification {
  if (more.length === 0) return verification;
  const faults = verification.sound ? [] : [...verification.faults];
  const known = new Set<number>();
  for (const { index } of faults) known.add(index);
  for (const fault of more) {
    if (known.has(fault.index)) continue;
    known.add(fault.index);
    faults[faults.length] = fault;
  }
  faults.sort((one, other) => one.index - other.index);
  return { sound: false, faults, soundCount: faults[0]!.index };
}

const { hasOwn } = Object;

const KNOWN = new Set<string>().add('format').add('head').add('count').add('meta').add('entries');

function placeOf([first, second]: Steps, entryCount: number): number {
  if (first === 'entries') return typeof second === 'number' ? second : 0;
  return first === 'format' || first === 'head' || first === 'count' ? 0 : entryCount;
}
