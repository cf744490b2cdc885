import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newReference, readReference } from './reference.ts';

const references = fc.array(fc.nat(7), { minLength: 8, maxLength: 8 }).map((drawn) => {
  const rest = drawn.values();
  return newReference(() => rest.next().value as number);
});
const digitsOf = (reference: string) => [...reference.replaceAll('-', '')];

test('is three groups of three digits, none of which sounds like another', () => {
  fc.assert(fc.property(references, (reference) => void expect(reference).toMatch(/^[1-8]{3}-[1-8]{3}-[1-8]{3}$/)));
});

test('is read however it was typed', () => {
  expect(readReference('111-111-111')).toBe('111-111-111');
  fc.assert(
    fc.property(references, fc.constantFrom('', ' ', '.', ' - ', '–'), (reference, between) => {
      expect(readReference(` ${reference.replaceAll('-', between)} `)).toBe(reference);
    }),
  );
  for (const none of ['', '1234', '274-816-350', '274-816-359', 'E11-111-111', '1111111111']) {
    expect(readReference(none), none).toBeNull();
  }
});

test('no single digit can be wrong and go unnoticed', () => {
  fc.assert(
    fc.property(references, fc.nat(8), fc.integer({ min: 1, max: 8 }), (reference, place, digit) => {
      const digits = digitsOf(reference);
      fc.pre(digits[place] !== `${digit}`);
      digits[place] = `${digit}`;
      expect(readReference(digits.join(''))).toBeNull();
    }),
  );
});

test('no two digits up to six places apart can change places unnoticed', () => {
  fc.assert(
    fc.property(references, fc.nat(7), fc.integer({ min: 1, max: 6 }), (reference, place, apart) => {
      const digits = digitsOf(reference);
      const other = place + apart;
      fc.pre(other < 9 && digits[place] !== digits[other]);
      [digits[place], digits[other]] = [digits[other]!, digits[place]!];
      expect(readReference(digits.join(''))).toBeNull();
    }),
  );
});

test('no pair of a kind can be heard as another', () => {
  fc.assert(
    fc.property(references, fc.nat(7), fc.integer({ min: 1, max: 8 }), (reference, place, digit) => {
      const digits = digitsOf(reference);
      fc.pre(digits[place] === digits[place + 1] && digits[place] !== `${digit}`);
      digits[place] = digits[place + 1] = `${digit}`;
      expect(readReference(digits.join(''))).toBeNull();
    }),
  );
});
