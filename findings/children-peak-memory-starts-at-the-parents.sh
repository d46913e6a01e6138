#!/usr/bin/env bash
# Linux and CPython 3.11: the peak memory of finished children, resource.getrusage(RUSAGE_CHILDREN).ru_maxrss, is never less
# than what the parent held when it started them: a child's peak begins with the parent's pages, before it becomes another
# program. `true`, started by a process of 300 MB, is reported with 300 MB. Expected: the peak of the program that ran.
# Seen: "true had 300 MB" (its own need is about 2 MB)
set -euo pipefail
python3 - <<'PY'
import resource
import subprocess
import sys

ballast = bytearray(b"x") * (300 << 20)
subprocess.run(["/bin/true"], check=True, close_fds=True, preexec_fn=lambda: None)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
print(sys.version.split()[0], f"true had {peak} MB")
assert len(ballast) and peak > 200, "the behaviour has changed"
PY
