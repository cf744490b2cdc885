/**
 * A class of objects that have these properties, for one to extend that has a part besides that is worked out when it is
 * asked for. A getter in an object literal makes every such object one of its own kind, which the engine that runs it
 * keeps for long: a hundred times what the part may cost.
 */
export function dataClass<T extends object>(): new (data: T) => T {
  return class {
    constructor(data: T) {
      Object.assign(this, data);
    }
  } as new (data: T) => T;
}
