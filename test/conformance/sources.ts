import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import {
  compileCalendar,
  fromBankHolidays,
  loadCalendar,
  type BankHolidayFile,
  type CalendarData,
  type CalendarId,
} from '@escalation-kit/core/calendar';
import { parsePolicy } from '@escalation-kit/core/parse';
import { isPolicyId, loadPolicy, POLICY_IDS } from '@escalation-kit/policies';
import { scenariosIn, type Sources } from './scenario.ts';

/** The scenarios of a file. Throws where the file cannot be read or is not JSON. */
export async function readScenarios(file: string): Promise<readonly unknown[]> {
  return scenariosIn(await readJson(file));
}

/** What the scenarios of a file may name: what comes with the kit, and files beside theirs. */
export function sourcesFor(scenarioFile: string): Sources {
  const beside = (path: string) => resolve(dirname(scenarioFile), path);
  return {
    policy: async (id) => {
      if (isPolicyId(id)) return loadPolicy(id);
      throw new RangeError(`no policy '${id}' is bundled; there are ${POLICY_IDS.join(', ')}`);
    },
    policyFile: async (path) => {
      const file = beside(path);
      // What an overlay extends lies beside it, under its id.
      const baseOf = (id: string): unknown => JSON.parse(readFileSync(resolve(dirname(file), `${id}.json`), 'utf8'));
      return parsePolicy(await readJson(file), { resolve: baseOf });
    },
    calendar: (id) => loadCalendar(id as CalendarId),
    calendarFile: async ({ file, division, covers }) => {
      const data = (await readJson(beside(file))) as BankHolidayFile;
      return compileCalendar(fromBankHolidays({ file: data, division, covers: covers as CalendarData['covers'] }));
    },
  };
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SyntaxError(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}
