import { aTimeout, expect } from '@open-wc/testing';
import { takeViolations } from './fail-on-violation.ts';

// If the runner's page were not held to the policy, every other element test would pass for nothing.
describe('the page that runs the element tests', () => {
  it('is held to the strict content security policy', async () => {
    const element = document.createElement('p');
    element.setAttribute('style', 'color: rgb(1, 2, 3)');
    document.body.append(element);
    await aTimeout(50);

    expect(getComputedStyle(element).color).not.to.equal('rgb(1, 2, 3)');
    expect(takeViolations().join()).to.contain('style-src');
    element.remove();
  });
});
