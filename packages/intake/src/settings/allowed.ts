import * as z from 'zod';

/*
 * Kinds of settings. What each says of a fault is what would be right there, and never the value found: it may be a
 * secret.
 */

/** An object with these keys and no others. */
export function section<T extends z.ZodRawShape>(shape: T) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? `one of ${keys}` : `an object with ${keys}`),
  });
}

export function text(allowed: string) {
  return textThat(allowed, (value) => value.trim() !== '');
}

export function textThat(allowed: string, holds: (value: string) => boolean) {
  return z.string({ error: allowed }).refine(holds, { error: allowed });
}

/** From the environment a number comes as text. */
export function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    z.int({ error }).min(least, { error }).max(most, { error }),
  );
}

export const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean({ error: 'true or false' }),
);

export function oneOf<const T extends readonly [string, ...string[]] | readonly string[]>(values: T) {
  return z.enum(values as unknown as [T[number], ...T[number][]], { error: `one of ${values.join(', ')}` });
}
