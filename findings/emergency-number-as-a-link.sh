#!/usr/bin/env bash
# libphonenumber-js 1.13.16 makes a link of an emergency number that calls nobody.
#
# A good guess: `parsePhoneNumberFromString('999', 'GB').getURI()` is `tel:999`, or there is no number at all.
# Seen: a number object comes back, and its link is `tel:+44999`, an international number that does not exist; the same
# for 112, 101 and 111. Only `isValid()` tells, and it says no of every number that a person in danger has to call, so a
# check by it throws them out. A subscriber's number comes out right.
# What follows: links of emergency and short numbers are written from their digits as they stand.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
cat >see.mjs <<'JS'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
for (const digits of ['999', '112', '101', '111', '020 8921 3172']) {
  const number = parsePhoneNumberFromString(digits, 'GB');
  console.log(`${digits} | ${number?.getURI()} | valid ${number?.isValid()}`);
}
JS
seen=$(node see.mjs)
expected='999 | tel:+44999 | valid false
112 | tel:+44112 | valid false
101 | tel:+44101 | valid false
111 | tel:+44111 | valid false
020 8921 3172 | tel:+442089213172 | valid true'
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'It behaves otherwise now.' >&2; exit 1; }
