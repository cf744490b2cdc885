#!/usr/bin/env bash
# nhs-number-validator 1.1.2 refuses an NHS number as it is printed, and takes ten noughts for one.
#
# A good guess: a validator takes the form that stands on letters and cards, three digits, three and four with spaces
# between, and refuses runs of one digit, which are no person's.
# Seen: spaces or hyphens make it false; 0000000000 and 1111111111 are true, since their check digit happens to be right.
# The number below is one that is published as an example.
# What follows: whoever looks for such a number in what is typed takes the spaces out first, and minds runs of one digit.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund nhs-number-validator@1.1.2
cat >see.mjs <<'JS'
import validator from 'nhs-number-validator';
for (const typed of ['9434765919', '943 476 5919', '943-476-5919', '9434765918', '0000000000', '1111111111']) {
  console.log(`${typed} | ${validator.validate(typed)}`);
}
JS
seen=$(node see.mjs)
expected='9434765919 | true
943 476 5919 | false
943-476-5919 | false
9434765918 | false
0000000000 | true
1111111111 | true'
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'It behaves otherwise now.' >&2; exit 1; }
