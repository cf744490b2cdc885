import fc from 'fast-check';
import { policies } from './bundled.ts';
import { describeLaws } from './laws.ts';

// By id, so that a counterexample can be read.
const named = policies.map((policy) => ({ ...policy, [fc.toStringMethod]: () => policy.id }));

describeLaws({
  policies: fc.constantFrom(...named),
  openings: fc.constant({ lineManager: { name: 'A. Manager', contact: 'manager@example.org' } }),
  opensRightly: true,
  runs: 100,
});
