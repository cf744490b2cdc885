/** A wrong attribute of one of the kit's elements: which, what was found, and what is allowed. */
export class AttributeError extends Error {
  override readonly name = 'AttributeError';

  constructor(
    readonly element: string,
    readonly attribute: string,
    readonly found: string,
    readonly allowed: string,
  ) {
    super(`<${element}>: ${attribute}="${found}" is not understood. Allowed: ${allowed}.`);
  }
}
