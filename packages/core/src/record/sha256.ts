import { sha256 as digest } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of a text in UTF-8, as 64 lower-case hex digits. Pages on plain http have no `crypto.subtle`, so the hash is
 * @noble's. Bytes and digits are made here: core has no DOM and so no `TextEncoder`, and @noble's own writer of digits
 * leans on `Array.from`, which host pages replace.
 * @param text a lone surrogate counts as U+FFFD; canonical JSON has none
 */
export function sha256(text: string): string {
  const bytes = digest(utf8(text));
  let hex = '';
  for (let i = 0; i < bytes.length; i++) hex += HEX[bytes[i]!];
  return hex;
}

/** The two digits of each byte. */
const HEX: string[] = [];
for (let i = 0; i < 256; i++) HEX[i] = (i < 16 ? '0' : '') + i.toString(16);
/** Serves for every event; longer texts get bytes of their own. */
const shared = new Uint8Array(16_384);

/** The bytes may be a view of `shared`, good until the next call. */
function utf8(text: string): Uint8Array {
  const bytes = text.length * 3 <= shared.length ? shared : new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
    else {
      if ((code & 0xf800) === 0xd800) code = text.codePointAt(i)!;
      if (code < 0x10000) {
        if ((code & 0xf800) === 0xd800) code = 0xfffd;
        bytes[length++] = 0xe0 | (code >> 12);
      } else {
        i++;
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[length++] = 0x80 | (code & 63);
  }
  return bytes.subarray(0, length);
}
