#!/usr/bin/env bash
# onnxruntime's default graph optimisation makes a transformer's "add, then normalise" slower.
#
# Version: onnxruntime 1.32.0, CPU provider, x86-64, with onnx 1.23.2 to write the graph.
# A graph of Add and LayerNormalization, as any exporter writes it, is run as it is (optimisation off) and under the
# default level, which replaces the two by one SkipLayerNormalization. One would expect the fused operator to be at
# least as fast. Seen: the fused one takes several times the processor time: seven times it for 24 of (200, 384), on one thread.
# Exits non-zero when the default level is no longer at least 1.5 times slower, or no longer fuses.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check onnxruntime==1.32.0 onnx==1.23.2

"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import collections
import json
import sys
import time

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

TOKENS, WIDTH, LAYERS = 200, 384, 24
random = np.random.default_rng(0)
constants, nodes, state = [], [], "x"
for layer in range(LAYERS):
    for name, values in (("w", np.ones(WIDTH)), ("b", np.zeros(WIDTH))):
        constants.append(numpy_helper.from_array(values.astype(np.float32), f"{name}{layer}"))
    nodes.append(helper.make_node("Add", [state, "y"], [f"sum{layer}"]))
    nodes.append(
        helper.make_node("LayerNormalization", [f"sum{layer}", f"w{layer}", f"b{layer}"], [f"out{layer}"], axis=-1)
    )
    state = f"out{layer}"
shape = [1, TOKENS, WIDTH]
values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in ("x", "y", state)]
graph = helper.make_graph(nodes, "g", values[:2], values[2:], constants)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8).SerializeToString()
feed = {name: random.normal(size=shape).astype(np.float32) for name in ("x", "y")}


def measured(level):
    """Return the least milliseconds of processor time of a run, the result, and the operators that ran."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.graph_optimization_level = level
    options.optimized_model_filepath = f"{sys.argv[1]}/ran.onnx"
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    spent = []
    for _ in range(60):
        began = time.process_time()
        (out,) = session.run(None, feed)
        spent.append(time.process_time() - began)
    ran = collections.Counter(node.op_type for node in onnx.load(f"{sys.argv[1]}/ran.onnx").graph.node)
    return 1000 * min(spent), out, dict(ran)


levels = onnxruntime.GraphOptimizationLevel
plain, expected, plain_ran = measured(levels.ORT_DISABLE_ALL)
fused, out, fused_ran = measured(levels.ORT_ENABLE_ALL)
print(json.dumps({"plain ms": round(plain, 2), "ran": plain_ran}))
print(json.dumps({"default ms": round(fused, 2), "ran": fused_ran, "times": round(fused / plain, 2)}))
assert np.abs(out - expected).max() < 1e-3, "the two disagree"
changed = "SkipLayerNormalization" not in fused_ran or fused < 1.5 * plain
sys.exit("this has changed" if changed else 0)
PYTHON
