/**
 * What every error of the calendar tells: what was wrong, what was found and what is allowed.
 * `path` says where it stood when the value came inside an object (`days[3].date`), else it is empty.
 */
export class InvalidValueError extends RangeError {
  override readonly name: string = 'InvalidValueError';
  readonly path: string;
  readonly found: unknown;
  readonly allowed: string;

  constructor(what: string, found: unknown, allowed: string, path = '') {
    super(`${path && `${path}: `}${show(found)} is not ${what}. Allowed: ${allowed}.`);
    this.path = path;
    this.found = found;
    this.allowed = allowed;
  }
}

/** A short rendering: a message is for reading, whatever was pasted into the value. */
function show(value: unknown): string {
  if (typeof value === 'string') return `'${value.length > 60 ? `${value.slice(0, 60)}…` : value}'`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
