"""The encoder as an ONNX graph with 8-bit weights: embedded tokens in, their mean after the last layer out.

Weights are quantised symmetrically by output column, activations by matrix as the graph runs, so a text goes through
alone: in a batch its vector would depend on its neighbours. Vocabulary and positions stay outside (`weights`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from knowledge.index.e5.weights import Weights, dequantised

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

INPUT, OUTPUT = "embedded", "mean"

_MICROSOFT = "com.microsoft"  # onnxruntime's own operators: quantised product, attention, exact GELU
_OPSET, _FORMAT = 18, 8


def encoder(weights: Weights, added: Mapping[str, NDArray[np.float32]] | None = None) -> bytes:
    """Return the model, serialised: (1, tokens, hidden) floats -> (1, hidden) floats.

    added: what is added to some of the matrices, (outputs, inputs), by name ("l6.q").
    """
    return _Graph(weights, added or {}).model()


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self, weights: Weights, added: Mapping[str, NDArray[np.float32]]) -> None:
        self._weights, self._added = weights, added
        self._sizes = weights.sizes
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def model(self) -> bytes:
        import numpy as np
        from onnx import TensorProto, checker, helper

        state = self._normal(INPUT, "emb.ln", "layer_0")
        for layer in range(self._sizes.layers):
            state = self._layer(state, layer)
        self._add("ReduceMean", [state, self._constant("tokens", np.array([1]))], [OUTPUT], keepdims=0)
        width = self._sizes.hidden
        graph = helper.make_graph(
            self._nodes,
            "e5",
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [1, "tokens", width])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, width])],
            self._constants,
        )
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_MICROSOFT, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_FORMAT)
        checker.check_model(model)
        return bytes(model.SerializeToString())

    def _layer(self, state: str, number: int) -> str:
        here, width = f"l{number}", self._sizes.hidden
        together = self._product(state, [f"{here}.{part}" for part in "qkv"], width)
        parts = [f"{here}.{part}.out" for part in "qkv"]
        self._add("Split", [together], parts, axis=2, num_outputs=3)
        attended = f"{here}.attended"
        self._add("MultiHeadAttention", parts, [attended], _MICROSOFT, num_heads=self._sizes.heads)
        state = self._sum(state, self._product(attended, [f"{here}.ao"], width), f"{here}.aln")
        inner, bent = self._product(state, [f"{here}.fi"], width), f"{here}.bent"
        self._add("Gelu", [inner], [bent], _MICROSOFT)
        return self._sum(state, self._product(bent, [f"{here}.fo"], self._sizes.inner), f"{here}.oln")

    def _product(self, state: str, names: list[str], width: int) -> str:
        """Multiply by the matrices of these names side by side, and add their biases."""
        import numpy as np

        name = "+".join(names)
        matrix = np.concatenate([self._matrix(part, width) for part in names])
        bias = np.concatenate([self._weights.floats(f"{part}.b") for part in names])
        columns, scales = quantised(matrix)
        constants = [self._constant(f"{name}.w", columns), self._constant(f"{name}.scale", scales)]
        inputs = [state, *constants, "", self._constant(f"{name}.b", bias)]
        return self._add("DynamicQuantizeMatMul", inputs, [f"{name}.product"], _MICROSOFT)

    def _matrix(self, name: str, width: int) -> NDArray[np.float32]:
        own = dequantised(self._weights.blocks(f"{name}.w", width))
        return own + self._added[name] if name in self._added else own

    def _sum(self, left: str, right: str, name: str) -> str:
        """Add and normalise: two plain operators, which onnxruntime 1.32 runs five times faster than its fused one."""
        return self._normal(self._add("Add", [left, right], [f"{name}.sum"]), name, f"{name}.out")

    def _normal(self, state: str, name: str, out: str) -> str:
        constants = [self._constant(f"{name}.{part}", self._weights.floats(f"{name}.{part}")) for part in "wb"]
        return self._add("LayerNormalization", [state, *constants], [out], epsilon=self._sizes.epsilon)

    def _add(self, operator: str, inputs: list[str], outputs: list[str], domain: str = "", **attributes: Any) -> str:
        from onnx import helper

        self._nodes.append(helper.make_node(operator, inputs, outputs, domain=domain, **attributes))
        return outputs[0]

    def _constant(self, name: str, values: NDArray[Any]) -> str:
        import numpy as np
        from onnx import numpy_helper

        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name


def quantised(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Return (inputs, outputs) whole numbers from -127 to 127 and the scale of each output, of (outputs, inputs)."""
    import numpy as np

    scales = np.maximum(np.abs(matrix).max(axis=1), np.finfo(np.float32).tiny) / np.float32(127)
    return np.rint(matrix / scales[:, None]).astype(np.int8).T, scales
