import { setTimeout } from 'node:timers/promises';

interface Options {
  readonly hostname: string;
  readonly port: number;
  readonly capabilities: object;
}

/** What a journey in WebKit needs of WebDriver: a page, and functions that run in it. */
export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  static async start({ hostname, port, capabilities }: Options): Promise<WebDriver> {
    const server = `http://${hostname}:${port}`;
    const { sessionId } = (await send(`${server}/session`, { capabilities: { alwaysMatch: capabilities } })) as {
      sessionId: string;
    };
    return new WebDriver(`${server}/session/${sessionId}`);
  }

  async goto(url: string): Promise<void> {
    await send(`${this.#session}/url`, { url });
  }

  /** Runs a function in the page. It is sent as it is written: nothing around it is there. */
  async run<Arguments extends unknown[], Result>(
    work: (...values: Arguments) => Result,
    ...args: Arguments
  ): Promise<Result> {
    const script = `return (${work.toString()})(...arguments)`;
    return (await send(`${this.#session}/execute/sync`, { script, args })) as Result;
  }

  /** Asks again and again, as WebDriver has nothing to wait with. */
  async until<Arguments extends unknown[]>(
    holds: (...values: Arguments) => boolean,
    ...args: Arguments
  ): Promise<boolean> {
    for (let turn = 0; turn < 200; turn++) {
      if (await this.run(holds, ...args)) return true;
      await setTimeout(50);
    }
    return false;
  }

  async stop(): Promise<void> {
    await send(this.#session, undefined, 'DELETE');
  }
}

async function send(url: string, body?: object, method = 'POST'): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) throw new Error(`WebDriver answered ${JSON.stringify(value)}`);
  return value;
}
