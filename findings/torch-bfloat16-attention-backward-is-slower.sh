#!/usr/bin/env bash
# torch 2.13.0 on a CPU with bfloat16 units (x86-64, AMX): the way forward and back through scaled_dot_product_attention takes
# some 4 times as long in bfloat16 as in float32, for batches of short texts, and as the same attention written out as two
# products and a softmax; forward alone it is the faster one. So a fine-tuning under autocast, which chooses bfloat16, spends
# most of its time in a function that is there to save time. Expected: half the width is no slower than the whole.
# Seen, 32 texts of 96 tokens, 12 heads of 32, one thread, forward and back: float32 36 ms, bfloat16 131 ms, written out in
# bfloat16 36 ms; forward alone in bfloat16: 8 ms, written out 12 ms
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
grep -q amx_bf16 /proc/cpuinfo || { echo "this processor has no bfloat16 units; not shown here"; exit 0; }
python3 -m venv "$work/env"
"$work/env/bin/pip" install --quiet --disable-pip-version-check torch==2.13.0 numpy==2.4.1
cd "$work"
OMP_NUM_THREADS=1 "$work/env/bin/python" - <<'PY'
import time

import torch
from torch.nn import functional

print("torch", torch.__version__)


def written_out(q, k, v, mask):
    scores = (q @ k.transpose(2, 3) / q.shape[3] ** 0.5).masked_fill(~mask, -torch.inf)
    return scores.softmax(3) @ v


def fused(q, k, v, mask):
    return functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)


def milliseconds(attention, kind, back):
    q, k, v = (torch.randn(32, 12, 96, 32, dtype=kind, requires_grad=back) for _ in range(3))
    mask, spent = torch.ones(32, 1, 1, 96, dtype=torch.bool), []
    for _ in range(9):
        began = time.process_time()
        out = attention(q, k, v, mask)
        if back:
            out.sum().backward()
        spent.append(1000 * (time.process_time() - began))
    return min(spent)


torch.set_num_threads(1)
whole, half = (milliseconds(fused, kind, True) for kind in (torch.float32, torch.bfloat16))
plain, forward = milliseconds(written_out, torch.bfloat16, True), milliseconds(fused, torch.bfloat16, False)
print(f"float32 {whole:.0f} ms, bfloat16 {half:.0f} ms, written out {plain:.0f} ms; forward alone {forward:.0f} ms")
assert half > 1.5 * whole and half > 1.5 * plain, "the behaviour has changed"
assert forward < plain, "the behaviour has changed"
PY
