/**
 * The name of a case for people: three groups of three digits, `274-816-353`, of which the last checks the others. The
 * digits are 1 to 8, whose English names have eight different vowels; see the decision on references.
 *
 * Nothing of a person or a day is in it: it is drawn at random.
 */
export type Reference = string;

/** @param random whole numbers from 0 to `below`, not including it, each as likely and none to be foretold */
export function newReference(random: (below: number) => number): Reference {
  const drawn: number[] = [];
  while (drawn.length < LENGTH - 1) drawn.push(random(8));
  return written([...drawn, check(drawn)]);
}

/**
 * A reference as somebody typed or said it, in the one way in which it is kept.
 *
 * @returns null for what is none: one wrong digit, two that changed places or two of a kind that were misheard are noticed
 */
export function readReference(given: string): Reference | null {
  const digits = given.replace(/[\s.\-–/]/g, '');
  if (!/^[1-8]{9}$/.test(digits)) return null;
  const elements = [...digits].map((digit) => Number(digit) - 1);
  return check(elements.slice(0, -1)) === elements.at(-1) ? written(elements) : null;
}

const LENGTH = 9;

/**
 * Eight digits are the elements of the field of eight. Each place has a weight of its own there, a power of the root, so
 * that an error in one place, or an exchange of two, changes the sum.
 */
function check(elements: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < elements.length; i++) sum ^= times(elements[i]!, POWERS[(elements.length - i) % 7]!);
  return sum;
}

/** Powers of the root of x³ + x + 1; the seventh is the first again. */
const POWERS = [1, 2, 4, 3, 6, 7, 5];

function times(a: number, b: number): number {
  return a === 0 ? 0 : POWERS[(POWERS.indexOf(a) + POWERS.indexOf(b)) % 7]!;
}

function written(elements: readonly number[]): Reference {
  const digits = elements.map((element) => element + 1).join('');
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}
