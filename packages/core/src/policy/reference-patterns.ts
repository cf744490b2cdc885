/** The kinds of parts that have ids, with the list that holds them. */
export const KINDS = {
  stage: 'stages',
  route: 'routes',
  role: 'roles',
  contact: 'contacts',
  cause: 'causes',
  fact: 'facts',
  priority: 'priorities',
  ask: 'asks',
} as const;
export type Kind = keyof typeof KINDS | 'clause' | 'option';

/** Where ids are referred to. `[]` is any item of a list, `{}` any key of an object; `condition` and `clock` stand anywhere. */
export const REFERENCES: Readonly<Record<string, Kind>> = {
  'causes[].routes[]': 'route',
  'facts[].routes[]': 'route',
  'facts[].stages[]': 'stage',
  'asks[].stages[]': 'stage',
  'routes[].stages[]': 'stage',
  'routes[].joins.route': 'route',
  'routes[].joins.at': 'stage',
  'routes[].beside': 'route',
  'stages[].meets.raising[]': 'role',
  'stages[].meets.receiving[]': 'role',
  'stages[].meets.partnership[]': 'role',
  'stages[].broughtBy[]': 'role',
  'clock.starts.stage': 'stage',
  'clock.starts.done': 'clause',
  'clock.starts.answer': 'ask',
  'clock.starts.firstOf[].stage': 'stage',
  'clock.starts.firstOf[].done': 'clause',
  'clock.starts.firstOf[].answer': 'ask',
  'clock.stops.done': 'clause',
  'clock.byPriority{}': 'priority',
  'clock.stages[]': 'stage',
  'ways[].from[]': 'stage',
  'ways[].to': 'stage',
  'ways[].approver': 'role',
  'extension.approver': 'role',
  'ways[].consultFirst': 'role',
  'guards[].before[].from[]': 'stage',
  'guards[].before[].to[]': 'stage',
  'duties[].who': 'role',
  'duties[].contact': 'contact',
  'duties[].copies[]': 'contact',
  'duties[].on[].enters[]': 'stage',
  'duties[].on[].at[]': 'stage',
  'duties[].on[].option[]': 'option',
  'duties[].on[].clause[]': 'clause',
  'duties[].metBy[].done': 'clause',
  'duties[].recurring.stages[]': 'stage',
  'callouts[].stages[]': 'stage',
  'callouts[].contact': 'contact',
  'dissent.stages[]': 'stage',
  'condition.cause[]': 'cause',
  'condition.fact{}': 'fact',
  'condition.priority[]': 'priority',
  'condition.route[]': 'route',
  'condition.stage[]': 'stage',
  'condition.decided.stage': 'stage',
  'condition.decided.option[]': 'option',
  'condition.done[]': 'clause',
  'condition.bypassed[]': 'stage',
  'condition.answered[]': 'ask',
};

const CONDITION_KEYS: ReadonlySet<string> = new Set(['when', 'needs', 'not']);
const CONDITION_LISTS: ReadonlySet<string> = new Set(['condition.any', 'condition.all']);

/** What kind of part a place refers to, if any. */
export function referredAt(pattern: string): Kind | undefined {
  return REFERENCES[pattern] ?? (pattern.endsWith('.clauses[]') ? 'clause' : undefined);
}

/** The pattern of the items of a list. */
export function listPattern(pattern: string): string {
  if (pattern === 'stages[].clocks' || pattern === 'timescales') return 'clock';
  return CONDITION_LISTS.has(pattern) ? 'condition' : `${pattern}[]`;
}

/** The pattern of what stands under a key. */
export function keyPattern(pattern: string, key: string): string {
  if (CONDITION_KEYS.has(key)) return 'condition';
  return pattern ? `${pattern}.${key}` : key;
}
