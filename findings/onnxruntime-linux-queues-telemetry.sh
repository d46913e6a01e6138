#!/usr/bin/env bash
# onnxruntime's Linux wheel opens a queue of telemetry events on disk, and its own call to disable them doesn't prevent that.
#
# Version: onnxruntime 1.32.0 from the public index, Linux x86-64, CPU provider, with onnx 1.23.2 to write the graph.
# One would expect a library for running models to keep nothing about its use on Linux (the documentation speaks of
# telemetry in builds for Windows), and `disable_telemetry_events()` to stop it anywhere. Seen: importing it and running one
# Identity node leaves `Microsoft/DeveloperTools/.onnxruntime/onnxruntime.db` and `deviceid` in the user's cache folder;
# calling `disable_telemetry_events()` right after the import leaves them as well; only the environment variable
# ORT_DISABLE_TELEMETRY=1, set before the import, keeps the folder empty. Whether anything is sent was not looked at.
# Exits non-zero when any of the three changes.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check onnxruntime==1.32.0 onnx==1.23.2

cat > "$folder/run.py" <<'PYTHON'
import sys

import numpy as np
import onnxruntime
from onnx import TensorProto, helper

if sys.argv[1] == "call":
    onnxruntime.disable_telemetry_events()
values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy"]
graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "g", values[:1], values[1:])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
assert session.run(None, {"x": np.ones(1, np.float32)})[0] == 1
PYTHON

# how -> number of files under the user's cache folder
files() {
    mkdir -p "$folder/$1"
    env -u ORT_DISABLE_TELEMETRY ${2:+"$2"} HOME="$folder/$1" XDG_CACHE_HOME="$folder/$1/.cache" \
        "$folder/venv/bin/python" "$folder/run.py" "$1"
    find "$folder/$1" -path '*Microsoft*' -type f | wc -l
}

plain=$(files plain "")
call=$(files call "")
variable=$(files variable ORT_DISABLE_TELEMETRY=1)
echo "as installed: $plain files; after disable_telemetry_events(): $call; with ORT_DISABLE_TELEMETRY=1: $variable"
[ "$plain" -ge 2 ] && [ "$call" -ge 2 ] && [ "$variable" -eq 0 ]
