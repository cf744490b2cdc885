#!/usr/bin/env bash
# ical.js 2.2.1 writes lines of 76 octets, where a calendar file has 75 at most.
#
# A good guess: a library for calendar files keeps the limit of RFC 5545, section 3.1, to which its own setting
# (foldLength, 75) is named: no line is longer than 75 octets, its line break aside.
# Seen: the first line of a long text has 75. Each that goes on from it has 75 and the space that it begins with: 76.
# What follows: whoever reads strictly may refuse the file. With foldLength at 74 the lines that go on have 75.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1
cat >see.mjs <<'JS'
import ICAL from 'ical.js';
const longest = (length) => {
  ICAL.foldLength = length;
  const event = new ICAL.Component('vevent');
  event.addPropertyWithValue('description', 'An answer is due from the other agency. '.repeat(12));
  const lines = event.toString().split('\r\n').filter((line) => !/^(BEGIN|END)/.test(line));
  const octets = lines.map((line) => Buffer.byteLength(line));
  return `the first ${octets[0]}, the longest that goes on ${Math.max(...octets.slice(1))}`;
};
console.log(`as it comes, ${ICAL.foldLength}: ${longest(ICAL.foldLength)}`);
console.log(`with 74: ${longest(74)}`);
JS
seen=$(node see.mjs)
expected='as it comes, 75: the first 75, the longest that goes on 76
with 74: the first 74, the longest that goes on 75'
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'It behaves otherwise now.' >&2; exit 1; }
