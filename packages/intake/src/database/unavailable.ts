/** Whether the database is not there, or too busy: the same can be tried again in a while. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return UNREACHABLE.has(code) || /^(08|53|57P|40)/.test(code) || BUSY.has(code);
  return (
    typeof message === 'string' &&
    /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/.test(
      message,
    )
  );
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
/** A lock or an answer that did not come in time. */
const BUSY = new Set(['55P03', '57014']);
