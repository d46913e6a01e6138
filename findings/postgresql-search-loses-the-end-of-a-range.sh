#!/usr/bin/env bash
# PostgreSQL 18.7 (as PGlite 0.5.17 ships it; 15.18 likewise), full-text search, also with the configuration "simple", which
# leaves words as they are: what stands after a hyphen between numbers is a negative number of its own, so in "giai đoạn
# 2020-2025" (period 2020-2025) there is no 2025: a search for it finds nothing, one for 2020 does. "2020 - 2025" and "2020–2025"
# have it, and a search for "2020-2025" finds neither of these two. Likewise what has slashes may be one word, the path of a file:
# "43/KH-UBND" is not found by "UBND", and of "và/hoặc" (and/or), where a letter beyond ASCII ends that path, "/ho" and "ặc" are
# held. Expected: words and numbers parted at hyphens and slashes.
# Seen: '-2025':4 '2020':3 'giai':1 'đoạn':2; '43/kh-ubnd':2 'số':1; '/ho':2 'và':1 'ặc':3
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.17 >/dev/null
cat >run.mjs <<'JS'
import assert from 'node:assert'
import { PGlite } from '@electric-sql/pglite'

const database = await PGlite.create()
const one = async (sql, ...values) => (await database.query(`select ${sql} as it`, values)).rows[0].it
const held = (text) => one("to_tsvector('simple', $1)::text", text)
const finds = (text, words) => one("to_tsvector('simple', $1) @@ plainto_tsquery('simple', $2)", text, words)

console.log(await one('version()'))
const seen = {
  'giai đoạn 2020-2025': "'-2025':4 '2020':3 'giai':1 'đoạn':2",
  'giai đoạn 2020 - 2025': "'2020':3 '2025':4 'giai':1 'đoạn':2",
  'số 43/KH-UBND': "'43/kh-ubnd':2 'số':1",
  'và/hoặc': "'/ho':2 'và':1 'ặc':3",
}
for (const [text, words] of Object.entries(seen)) {
  const now = await held(text)
  console.log(text, '->', now)
  assert.equal(now, words, 'the behaviour has changed')
}
const asked = [
  ['giai đoạn 2020-2025', '2020', true], ['giai đoạn 2020-2025', '2025', false], ['giai đoạn 2020–2025', '2025', true],
  ['giai đoạn 2020–2025', '2020-2025', false], ['số 43/KH-UBND', 'UBND', false], ['và/hoặc', 'hoặc', false],
]
for (const [text, words, found] of asked) {
  const now = await finds(text, words)
  console.log(`"${words}" in "${text}":`, now)
  assert.equal(now, found, 'the behaviour has changed')
}
JS
node run.mjs
