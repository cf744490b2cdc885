/**
 * Where scripts run and the elements are there, they take the place of what the server wrote: the same case, the same
 * questions. A form that somebody has begun on the server stays as it is, for its answers are there.
 */
export const TAKE_OVER = `
const place = document.querySelector('[data-elements]');
if (place) {
  await customElements.whenDefined('escalation-case');
  const { policy, reference, now, heading } = place.dataset;
  const make = (name, attributes = {}) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) element.setAttribute(key, value);
    return element;
  };
  const record = reference && '/cases/' + reference + '/record.json';
  const kase = make('escalation-case', { policy, now, endpoint: '/cases', 'log-src': record });
  if (reference) {
    kase.append(make('stage-ladder', { show: 'next' }), make('deadline-badge'), make('escalation-form'), make('case-duties'), make('stage-ladder'));
  } else {
    kase.append(make('escalation-form', { 'heading-level': heading }));
  }
  place.replaceChildren(kase);
  kase.addEventListener('escalation-submit', (event) => {
    void event.outcome.then(({ sent, receipt }) => {
      const link = document.querySelector('[data-sent]');
      if (!sent || !link) return;
      link.querySelector('a').href = '/cases/' + receipt.reference;
      link.hidden = false;
    });
  });
}
`;
