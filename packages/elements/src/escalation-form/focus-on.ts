/** Puts the focus on something inside an element's shadow root. */
export function focusOn(host: Element, selector: string): void {
  host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
}
