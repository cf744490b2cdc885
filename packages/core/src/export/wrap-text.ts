/**
 * Breaks a text into lines of at most `width` characters, at spaces; its own line breaks stay. A word that is longer
 * than a line is broken where it must be, never between a letter and the marks that belong to it.
 */
export function wrapText(text: string, width: number): string[] {
  return plainText(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, width));
}

/** Without what a terminal or an editor would act on: control characters and halves of characters become U+FFFD. */
export function plainText(text: string): string {
  // Most texts are plain already, and long records have many.
  if (PLAIN.test(text)) return text;
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '\ufffd');
}

const PLAIN = /^[ -~\u00a0-\u2027\u2030-\ud7ff]*$/;

function wrapLine(line: string, width: number): string[] {
  if (line.length <= width && !line.includes('  ') && !line.startsWith(' ')) return [line];
  const lines: string[] = [];
  let current = '';
  let length = 0;
  for (const word of line.split(' ')) {
    for (const piece of piecesOf(word, width)) {
      const size = lengthOf(piece);
      const isFirst = current === '';
      if (isFirst || length + 1 + size <= width) {
        current += isFirst ? piece : ` ${piece}`;
        length += isFirst ? size : size + 1;
      } else {
        lines.push(current);
        current = piece;
        length = size;
      }
    }
  }
  lines.push(current);
  return lines;
}

function piecesOf(word: string, width: number): string[] {
  if (word.length <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const character of word) {
    if (length >= width && !/[\p{M}\u200d]/u.test(character)) {
      pieces.push(piece);
      piece = '';
      length = 0;
    }
    piece += character;
    length++;
  }
  pieces.push(piece);
  return pieces;
}

/** In characters, of which some take two code units. */
function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
