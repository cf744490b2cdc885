import { Bench } from 'tinybench';

/** What is measured side by side in one process. */
export interface Contest {
  readonly title: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  /** How many of them one call does. */
  readonly perRun: number;
  readonly ours: () => unknown;
  /** The least that could do it, written by hand. */
  readonly floor?: readonly [name: string, run: () => unknown];
  readonly peers: Readonly<Record<string, () => unknown>>;
}

/** Runs a contest and prints what each does in a second, and how that compares with ours. */
export async function hold(contest: Contest): Promise<void> {
  const bench = new Bench({ time: 400, warmupTime: 200 });
  bench.add('escalation-kit', contest.ours);
  if (contest.floor) bench.add(contest.floor[0], contest.floor[1]);
  for (const [name, run] of Object.entries(contest.peers)) bench.add(name, run);
  await bench.run();

  const speeds = new Map(bench.tasks.map((task) => [task.name, speedOf(task.result) * contest.perRun]));
  const ours = speeds.get('escalation-kit')!;
  console.log(`\n${contest.title}`);
  for (const [name, speed] of speeds) {
    console.log(`  ${name.padEnd(32)} ${rounded(speed).padStart(13)} ${contest.unit}/s  ${comparison(ours, speed)}`);
  }
  const peers = Object.keys(contest.peers).map((name) => speeds.get(name)!);
  if (peers.length > 0) console.log(`  = ${(ours / Math.max(...peers)).toFixed(1)} times the fastest peer`);
  if (contest.floor) console.log(`  = the floor is ${(speeds.get(contest.floor[0])! / ours).toFixed(1)} times as fast`);
}

/** The median: a run that the machine interrupted does not count against anybody. */
function speedOf(result: Bench['tasks'][number]['result']): number {
  return 'latency' in result ? 1000 / result.latency.p50 : NaN;
}

function rounded(speed: number): string {
  return Math.round(speed).toLocaleString('en-GB');
}

function comparison(ours: number, theirs: number): string {
  return ours === theirs ? '' : `ours is ${(ours / theirs).toFixed(2)} ×`;
}
