import { spawn, type ChildProcess } from 'node:child_process';

/** A process of intake that is started again whenever it ends, as a machine's own keeper would. */
export interface Keeper {
  readonly kill: () => void;
  /** Asks it to stop, and waits until it has. @returns what it ended with */
  readonly stop: () => Promise<number | null>;
  /** How often it ended though nobody killed it, with what it said last. */
  readonly falls: readonly string[];
}

/** @param onPort called with the port each time it serves */
export function keepRunning(
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  onPort: (port: number | null) => void = () => {},
): Keeper {
  const falls: string[] = [];
  let isWanted = true;
  let wasKilled = false;
  let child: ChildProcess;
  const start = () => {
    let said = '';
    child = spawn(process.execPath, [...command], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const hear = (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-2000);
      const port = /Intake is at http:\S+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) onPort(Number(port));
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => {
      onPort(null);
      if (!isWanted) return;
      if (!wasKilled)
        falls.push(
          `${command.at(-1)} ended with ${code}: ${/^.*(Error|code:).*$/m.exec(said)?.[0] ?? said.trim().slice(-200)}`,
        );
      wasKilled = false;
      setTimeout(() => isWanted && start(), 200);
    });
  };
  start();
  return {
    falls,
    kill: () => {
      if (child.exitCode !== null) return;
      wasKilled = true;
      child.kill('SIGKILL');
    },
    stop: async () => {
      isWanted = false;
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const ended = new Promise<number | null>((done) => child.once('exit', done));
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 40_000);
      return ended.finally(() => clearTimeout(late));
    },
  };
}
