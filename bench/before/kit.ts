import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** The field of a page, as far as two builds are held against each other. */
export interface Field {
  readonly name: string;
}

/**
 * One build of the kit under one policy, at one instant. Each build has an adapter that makes this of its interface, for
 * interfaces change and what an element has to do does not.
 */
export interface Kit<Case = unknown> {
  /** What an element does when a log is set: a build that works things out when they are asked for does less here. */
  read(log: readonly unknown[]): Case;
  /** All of where the case stands: every deadline, duty, action, block, callout and warning. */
  assess(standing: Case): unknown;
  /** From answers that changed to the fields of a page, in a case that has been assessed. */
  fields(standing: Case, answers: Answers, page: string): readonly Field[];
}

/**
 * Loads what a build's own packages export, as Node does for whoever installs them.
 *
 * @param root the folder of the build
 */
export function importsOf(root: string): (specifier: string) => Promise<unknown> {
  const { resolve } = createRequire(join(root, 'package.json'));
  return (specifier) => import(pathToFileURL(resolve(specifier)).href);
}
