import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isCivilDate } from '@escalation-kit/core/calendar';
import { check, type CheckOptions } from './check/check.ts';
import { explain, FORMATS, type ExplainOptions } from './explain/explain.ts';
import { UnreadableError } from './read-policy.ts';
import { EXIT, type Exit, type Surroundings } from './surroundings.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * Runs the command line.
 *
 * @param args what stands after the command's name
 * @returns how the process should end: 0; 1 where something is wrong with a policy; 2 where the command was used
 *   wrongly, or a file cannot be read or written
 */
export async function run(args: readonly string[], around: Surroundings): Promise<Exit> {
  let exit: Exit = EXIT.fine;
  try {
    await programOf(around, (ended) => (exit = ended)).parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
    if (!(error instanceof UnreadableError)) throw error;
    around.err(`${error.message}\n`);
    return EXIT.unusable;
  }
}

function programOf(around: Surroundings, end: (exit: Exit) => void): Command {
  const program = new Command('escalation-kit')
    .description('Checks escalation policies, and lays one out as a document to be approved.')
    .version(versionOf('@escalation-kit/cli/package.json'))
    .configureOutput({ writeOut: around.out, writeErr: around.err })
    .showHelpAfterError('(--help tells more)')
    .exitOverride();
  program
    .command('check')
    .summary('tell what is wrong with policies')
    .description('Tells what is wrong with policies: every fault with its place, and what can hardly be meant.')
    .argument('<file...>', 'policy files, ids of bundled policies, or - for standard input')
    .addOption(baseOption())
    .option('--strict', 'a warning is as bad as a fault')
    .option('--json', 'print JSON')
    .action(async (files: string[], options: CheckOptions) => end(await check(files, options, around)));
  program
    .command('explain')
    .summary('lay a policy out as a document')
    .description('Lays a policy out as a document that can be sent to its partnership for approval.')
    .argument('<file>', 'a policy file, the id of a bundled policy, or - for standard input')
    .addOption(baseOption())
    .addOption(new Option('--format <format>', 'by default what the name of the file says').choices(FORMATS))
    .option('--out <file>', 'write into a file, not to the terminal')
    .option('--calendar <file>', 'the calendar that the policy names, where the kit does not bring it')
    .option('--example-date <date>', 'from when the examples count, YYYY-MM-DD; by default today', civilDate)
    .action(async (file: string, options: ExplainOptions) => end(await explain(file, options, around)));
  program
    .command('schema')
    .summary('print the JSON Schema of the policy format')
    .description('Prints the JSON Schema of the policy format.')
    .action(() => around.out(readFileSync(resolve('@escalation-kit/core/policy.schema.json'), 'utf8')));
  return program;
}

function baseOption(): Option {
  const words = 'a policy that one given extends; can be given several times. Bundled policies are found without it';
  return new Option('--base <file>', words).argParser((file: string, others: string[] = []) => [...others, file]);
}

function versionOf(manifest: string): string {
  return (JSON.parse(readFileSync(resolve(manifest), 'utf8')) as { version: string }).version;
}

function civilDate(text: string): string {
  if (isCivilDate(text)) return text;
  throw new InvalidArgumentError('It must be a day of the calendar, YYYY-MM-DD.');
}
