#!/usr/bin/env bash
# date-holidays 3.37.0 counts a day that nobody in Scotland works: 15 June 2026.
#
# A good guess: a library with rules for Scotland knows its bank holidays of this year, and those of years gone by.
# Seen: of 2012 to 2028 it lacks two days. 15 June 2026, proclaimed for the World Cup, is in no rule for Scotland, so that
# five working days from 9 June end on the 16th, and not on the 17th. In 2012 the spring holiday, moved to 4 June for the
# Jubilee, stands on 28 May. Days proclaimed in 2022 and 2023 are there.
# What follows: a date that somebody is held to is counted by the list as published, never by rules for holidays.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat >see.mjs <<'JS'
import Holidays from 'date-holidays';
const scotland = new Holidays('GB', 'SCT');
const off = (date) =>
  scotland
    .getHolidays(Number(date.slice(0, 4)))
    .some((day) => (day.type === 'public' || day.type === 'bank') && day.date.startsWith(date));
for (const date of ['2026-06-15', '2012-06-04', '2012-05-28', '2012-06-05', '2022-09-19', '2023-05-08', '2026-08-03']) {
  console.log(`${date} ${off(date) ? 'holiday' : 'worked'}`);
}
const worked = (day) => day.getUTCDay() % 6 !== 0 && !off(day.toISOString().slice(0, 10));
const day = new Date('2026-06-09T00:00:00Z');
for (let left = 5; left > 0; ) {
  day.setUTCDate(day.getUTCDate() + 1);
  if (worked(day)) left--;
}
console.log(`five working days from 2026-06-09: ${day.toISOString().slice(0, 10)}`);
JS
seen=$(node see.mjs)
expected='2026-06-15 worked
2012-06-04 worked
2012-05-28 holiday
2012-06-05 holiday
2022-09-19 holiday
2023-05-08 holiday
2026-08-03 holiday
five working days from 2026-06-09: 2026-06-16'
echo "$seen"
[ "$seen" = "$expected" ] || { echo 'It behaves otherwise now.' >&2; exit 1; }
