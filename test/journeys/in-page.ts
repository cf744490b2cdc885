/** A question of a form as a person meets it: what it asks, and how it is answered. */
export interface Question {
  readonly label: string;
  readonly kind: 'radio' | 'checkbox' | 'text' | 'date';
}

/** What a person perceives of a page, through all shadow roots. */
export interface Eyes {
  /** The text that is shown inside the first element of that tag that is shown, or in the whole page. */
  text(tag?: string): string;
  /** The heading of the form's page, and whether it has the focus. */
  heading(): { text: string; isFocused: boolean };
  /** The name of the button that ends the form's page; '' where there is none. */
  onward(): string;
  /** The questions of the form that is shown, in order. */
  questions(): Question[];
  /** Whether what has the focus is this control: by its label, and for an option or a part of a date by its question. */
  isAt(label: string, question?: string): 'there' | 'same-group' | 'elsewhere';
  /** What has the focus: its text, or its label. */
  focused(): string;
  /** Opens everything that can be opened, so that it can be looked at. */
  openAll(): void;
  /** What stands in the field that has the focus. */
  value(): string;
}

declare global {
  interface Window {
    eyes: Eyes;
  }
}

/**
 * Puts `window.eyes` into a page before its own scripts run. It is sent to the browser as it is: nothing of this module
 * is there.
 */
export function openEyes(): void {
  function* within(root: Document | ShadowRoot | Element): Generator<Element> {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* within(element.shadowRoot);
    }
  }

  /** The first element that is shown. */
  function find(selector: string): Element | undefined {
    for (const element of within(document)) if (element.matches(selector) && !isGone(element)) return element;
    return undefined;
  }

  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  function shown(node: Node): string {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.matches('style, script, template') || isGone(node)) return '';
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes({ flatten: true }) : [];
    const inner = slotted.length > 0 ? slotted : (node.shadowRoot ?? node).childNodes;
    const text = [...inner].map(shown).join('');
    return getComputedStyle(node).display.startsWith('inline') ? text : `\n${text}\n`;
  }

  /** What is only for those who hear the page counts as shown. */
  function isGone(element: Element): boolean {
    return element.localName !== 'slot' && !element.checkVisibility({ visibilityProperty: true });
  }

  function focusedElement(): HTMLElement | null {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element as HTMLElement | null;
  }

  function labelOf(control: Element): string {
    return tidy((control as HTMLInputElement).labels?.[0]?.textContent ?? control.textContent);
  }

  function legendOf(control: Element): string {
    return tidy(control.closest('fieldset')?.querySelector('legend')?.textContent);
  }

  function controlsOf(form: HTMLFormElement): HTMLInputElement[] {
    return [...form.querySelectorAll<HTMLInputElement>('input, textarea, select')].filter(
      (control) => !isGone(control),
    );
  }

  function questionOf(control: HTMLInputElement): Question {
    const group = legendOf(control);
    if (control.type === 'radio' && group) return { label: group, kind: 'radio' };
    if (
      control.type === 'checkbox' &&
      control.form!.querySelectorAll(`[name="${CSS.escape(control.name)}"]`).length > 1
    )
      return { label: group, kind: 'checkbox' };
    if (control.type === 'checkbox') return { label: labelOf(control), kind: 'checkbox' };
    const isDate = group !== '' && control.closest('fieldset')!.querySelectorAll('[inputmode=numeric]').length === 3;
    return isDate ? { label: group, kind: 'date' } : { label: labelOf(control), kind: 'text' };
  }

  /** An option may be named by how it begins. A button of the page may not: 'Back' is not 'Back to your cases'. */
  function matches(name: string, wanted: string, question?: string): boolean {
    return question ? name.startsWith(wanted) : name === wanted;
  }

  window.eyes = {
    text(tag) {
      const root = tag ? find(tag) : document.body;
      return root ? tidy(shown(root)) : '';
    },
    heading() {
      const title = find('#title');
      return { text: tidy(title?.textContent), isFocused: title !== undefined && focusedElement() === title };
    },
    onward() {
      return tidy(find('form[novalidate] .actions [type=submit]')?.textContent);
    },
    questions() {
      const form = find('form[novalidate]') as HTMLFormElement | undefined;
      const found = form ? controlsOf(form).map(questionOf) : [];
      return found.filter(({ label }, index) => found.findIndex((other) => other.label === label) === index);
    },
    isAt(label, question) {
      const element = focusedElement();
      // A heading that has the focus can have the words of the control below it.
      if (!element?.matches('a, button, input, select, summary, textarea')) return 'elsewhere';
      if (matches(labelOf(element), label, question) && (!question || legendOf(element).startsWith(question)))
        return 'there';
      return question && (element as HTMLInputElement).type === 'radio' && legendOf(element).startsWith(question)
        ? 'same-group'
        : 'elsewhere';
    },
    focused() {
      const element = focusedElement();
      return element ? labelOf(element) : '';
    },
    openAll() {
      for (const element of within(document)) {
        if (element.matches('details:not(.demo-controls)')) element.setAttribute('open', '');
        if (element.matches('button[aria-expanded=false]')) (element as HTMLButtonElement).click();
      }
    },
    value() {
      return (focusedElement() as HTMLInputElement | null)?.value ?? '';
    },
  };
}
