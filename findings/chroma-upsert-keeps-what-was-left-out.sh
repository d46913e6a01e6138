#!/usr/bin/env bash
# chromadb 1.5.9: `upsert` of a record that is there already replaces its metadata only key by key: a key that the new metadata
# doesn't have stays, with its old value, and so does all of it when no metadata is given, and the old text when no document is.
# A plan that was marked as withdrawn and is indexed again without the mark is still found as withdrawn; nothing is said.
# `add` of an id that is there, in turn, changes nothing. Expected: the record as it was given last, as with a row or a
# document of other stores that is put in its place; so delete first, or give the keys that go with the value None.
# Seen: {'withdrawn': True, 'year': 2025} after an upsert of {'year': 2025}; found by where={"withdrawn": True}
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check chromadb==1.5.9
cd "$work"
"$work/env/bin/python" - <<'PY'
import chromadb

client = chromadb.EphemeralClient(chromadb.Settings(anonymized_telemetry=False))
plans = client.create_collection("plans", embedding_function=None)


def put(text=None, **metadata):
    plans.upsert(ids=["43"], embeddings=[[1.0, 0.0]], documents=text and [text], metadatas=[metadata] if metadata else None)
    held = plans.get(ids=["43"], include=["metadatas", "documents"])
    print(f"put {metadata or 'no metadata'}, {text!r}: held {sorted(held['metadatas'][0].items())}, {held['documents'][0]!r}")
    return held["metadatas"][0], held["documents"][0]


print("chromadb", chromadb.__version__)
put("due 10/5", year=2024, withdrawn=True)
metadata, _ = put("due 20/6", year=2025)
assert metadata == {"year": 2025, "withdrawn": True}, "the behaviour has changed"
assert plans.get(where={"withdrawn": True})["ids"] == ["43"], "the behaviour has changed"
assert put("due 20/6")[0] == metadata, "the behaviour has changed"
assert put(year=2026)[1] == "due 20/6", "the behaviour has changed"
metadata, _ = put("due 20/6", year=2026, withdrawn=None)
assert metadata == {"year": 2026}, "the way out has changed"
PY
