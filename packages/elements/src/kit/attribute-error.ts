/** A wrong attribute of one of the kit's elements: which, what was found, and what is allowed. */
export class AttributeError extends Error {
  override readonly name = 'AttributeError';

  readonly element: string;
  readonly attribute: string;
  readonly found: string;
  readonly allowed: string;

  constructor(element: string, attribute: string, found: string, allowed: string) {
    super(`<${element}>: ${attribute}="${found}" is not understood. Allowed: ${allowed}.`);
    this.element = element;
    this.attribute = attribute;
    this.found = found;
    this.allowed = allowed;
  }
}
