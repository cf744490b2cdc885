/** The language of the nearest `lang` around an element, through shadow roots; English where the page names none. */
export function nearestLanguage(element: Element): string {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const language = at.closest('[lang]')?.getAttribute('lang');
    if (language) return language;
  }
  return 'en';
}

/** Tells when any `lang` of the document changes. One observer serves all listeners. */
export function listenToLanguage(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(() => listeners.forEach((each) => each()));
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang'] });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = null;
  };
}

const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
