import { run } from '../../packages/intake/src/command/run.ts';

/** The demonstration, as `npm start` serves it. */
export interface Demo {
  /** With the slash at its end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts it on any free port.
 *
 * @param folder where its PostgreSQL keeps its files
 * @param begun the instant at which its clock starts, from where it goes on as clocks do
 */
export async function startDemo(
  folder: string,
  begun: string,
  environment: Record<string, string> = {},
): Promise<Demo> {
  const started = Date.now();
  let stop = () => {};
  const stopped = new Promise<void>((done) => (stop = done));
  const said: string[] = [];
  let ended: Promise<number> | undefined;
  const url = await new Promise<string>((found, fail) => {
    const hear = (line: string) => {
      said.push(line);
      const [address] = /http:\/\/localhost:\d+/.exec(line) ?? [];
      if (address) found(`${address}/`);
    };
    ended = run(['serve', '--demo', '--portals', 'docs/demo'], {
      out: hear,
      err: (line) => said.push(line),
      environment: {
        INTAKE_LOG: 'silent',
        INTAKE_FOLDER: folder,
        INTAKE_ELEMENTS: ELEMENTS,
        PORT: '0',
        ...environment,
      },
      now: () => new Date(Date.parse(begun) + Date.now() - started).toISOString(),
      stopped,
    });
    void ended.then(() => fail(new Error(said.join('\n'))));
  });
  return {
    url,
    stop: async () => {
      stop();
      await ended;
    },
  };
}

const ELEMENTS = 'packages/elements/dist/bundle';
