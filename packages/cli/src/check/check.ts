import { readBases } from '../bases.ts';
import { EXIT, type Exit, type Surroundings } from '../surroundings.ts';
import { checkFile, type CheckedFile } from './check-file.ts';
import { countsOf, jsonReport, textReport } from './report.ts';

export interface CheckOptions {
  /** A warning is as bad as a fault. */
  readonly strict?: boolean;
  readonly json?: boolean;
  /** Files of policies that those to be checked extend. */
  readonly base?: readonly string[];
}

/** Checks policies and prints what is wrong with them. */
export async function check(files: readonly string[], options: CheckOptions, around: Surroundings): Promise<Exit> {
  const { input } = around;
  const context = { now: around.now(), resolve: await readBases(options.base, input), input };
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkFile(file, context));
  around.out(options.json ? jsonReport(checked) : textReport(checked));
  if (checked.some(({ unreadable }) => unreadable !== undefined)) return EXIT.unusable;
  const { faults, warnings } = countsOf(checked);
  return faults > 0 || (options.strict && warnings > 0) ? EXIT.faulty : EXIT.fine;
}
