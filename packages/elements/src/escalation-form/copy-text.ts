/**
 * Copies what stands in a field. On plain-http pages browsers offer no clipboard: the old command is tried there, and
 * failing that the text is left selected.
 *
 * @returns whether it was copied
 */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
