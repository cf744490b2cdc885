/**
 * A text as it can stand in HTML, inside an element or a quoted attribute. Characters that no HTML document may hold,
 * and halves of a character, become U+FFFD.
 */
export function escapeHtml(text: string): string {
  return PLAIN.test(text) ? text : text.replace(SPECIAL, (character) => ENTITIES[character] ?? '\ufffd');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Most texts: long records have many. */
const PLAIN = /^[ !#-%(-;=?-~\u00a0-\ud7ff]*$/;

const SPECIAL = /[&<>"']|[^\P{Cc}\t\n\r]|\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu;
