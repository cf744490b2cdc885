/**
 * What was given to the record is not what it takes. `path` is where, as in `$.entries[3].event`;
 * `found` says what stood there, never the text that a person typed.
 */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly path: string;
  readonly found: string;
  readonly allowed: string;

  constructor(path: string, found: string, allowed: string) {
    super(`${path}: found ${found}. Allowed: ${allowed}.`);
    this.path = path;
    this.found = found;
    this.allowed = allowed;
  }
}
