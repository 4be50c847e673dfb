"""Writes the shipped files: the trunk as integer ONNX, the heads as numpy arrays.

Linear layers multiply 8-bit integers (`MatMulIntegerToFloat`) under scales fixed beforehand, so that no row of a batch
can change another. Every other step works row by row in float. Embeddings are 8-bit with one scale a row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.trunk import DEPTH, HEADS, WIDTH

Array = NDArray[np.generic]
State = Mapping[str, NDArray[np.float32]]
CONTRIB = "com.microsoft"
EPSILON = 1e-12


@dataclass(frozen=True)
class Input:
    """The least and greatest value that a linear layer's input may have, divided by `smooth` channel by channel."""

    limits: tuple[float, float]
    smooth: NDArray[np.float32] | None = None


Inputs = Mapping[str, Input]


class Graph:
    """A list of nodes and constants that grows."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: Array) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output


def write_trunk(state: State, inputs: Inputs, bits: int, path: Path) -> None:
    """Write the trunk. `inputs` says of the input of every linear layer how it is laid over 8 bits."""
    graph = Graph()
    x = _embed(graph, state)
    graph.add("Cast", ["mask_bool"], "mask", to=TensorProto.INT32)
    for i in range(DEPTH):
        x = _layer(graph, state, inputs, bits, f"layers.{i}.", x)
    graph.add("Identity", [x], "vectors")
    onnx.save(_model(graph), path)


def _model(graph: Graph) -> onnx.ModelProto:
    wide = ["batch", "length"]
    made = helper.make_graph(
        graph.nodes,
        "trunk",
        [helper.make_tensor_value_info(n, TensorProto.INT32, wide) for n in ("ids", "shapes")],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [*wide, WIDTH])],
        graph.constants,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)]
    return helper.make_model(made, opset_imports=opsets, ir_version=9)


def _embed(graph: Graph, state: State) -> str:
    words = state["words.weight"]
    scale = np.abs(words).max(1, keepdims=True) / 127 + 1e-12
    table = graph.constant("words", np.clip(np.round(words / scale), -127, 127).astype(np.int8))
    scales = graph.constant("words.scale", scale.astype(np.float32))
    graph.add("Gather", [table, "ids"], "word.int8")
    graph.add("Cast", ["word.int8"], "word.raw", to=TensorProto.FLOAT)
    graph.add("Gather", [scales, "ids"], "word.scale")
    graph.add("Mul", ["word.raw", "word.scale"], "word")
    graph.add("Gather", [graph.constant("shape.table", state["shapes.weight"]), "shapes"], "shape")
    places = graph.constant("places", state["places.weight"])
    graph.add("Shape", ["ids"], "length.all")
    graph.add(
        "Slice", ["length.all", graph.constant("one", np.array([1])), graph.constant("two", np.array([2]))], "length"
    )
    graph.add(
        "Slice",
        [places, graph.constant("zero", np.array([0])), "length", graph.constant("axis0", np.array([0]))],
        "place",
    )
    graph.add("Add", ["word", "shape"], "word.shape")
    graph.add("Add", ["word.shape", "place"], "embedded")
    graph.add("Greater", ["ids", graph.constant("padding", np.array(0, np.int32))], "mask_bool")
    return _norm(graph, state, "norm", "embedded", "x.0")


def _norm(graph: Graph, state: State, name: str, x: str, output: str) -> str:
    weight, bias = (graph.constant(f"{name}.{k}", state[f"{name}.{k}"]) for k in ("weight", "bias"))
    return graph.add("LayerNormalization", [x, weight, bias], output, axis=-1, epsilon=EPSILON)


def _layer(
    graph: Graph,
    state: State,
    inputs: Inputs,
    bits: int,
    p: str,
    x: str,
) -> str:
    def linear(name: str, source: str) -> str:
        return _linear(graph, state, inputs, bits, p + name, source)

    qkv = linear("qkv", x)
    parts = [f"{p}{n}" for n in "qkv"]
    graph.nodes.append(helper.make_node("Split", [qkv], parts, name=p + "split", axis=-1))
    graph.add("MultiHeadAttention", [*parts, "", "mask"], p + "mixed", CONTRIB, num_heads=HEADS)
    graph.add("Add", [x, linear("out", p + "mixed")], p + "sum")
    y = _norm(graph, state, p + "norm", p + "sum", p + "half")
    graph.add("Gelu", [linear("up", y)], p + "gelu", CONTRIB)
    graph.add("Add", [y, linear("down", p + "gelu")], p + "last_sum")
    return _norm(graph, state, p + "last_norm", p + "last_sum", p + "end")


def _linear(graph: Graph, state: State, inputs: Inputs, bits: int, name: str, x: str) -> str:
    known = inputs[name]
    weight = state[f"{name}.weight"].T  # [in, out]
    if known.smooth is not None:  # SmoothQuant (Xiao et al. 2023)
        x = graph.add("Mul", [x, graph.constant(f"{name}.smooth", 1 / known.smooth)], f"{name}.smoothed")
        weight = weight * known.smooth[:, None]
    scale, zero = step_of(known.limits)
    most = 2 ** (bits - 1) - 1
    steps = (np.abs(weight).max(0) / most + 1e-12).astype(np.float32)
    table = graph.constant(f"{name}.int8", np.clip(np.round(weight / steps), -most, most).astype(np.int8))
    a_scale, a_zero = graph.constant(f"{name}.scale", np.float32(scale)), graph.constant(f"{name}.zero", np.uint8(zero))
    graph.add("QuantizeLinear", [x, a_scale, a_zero], f"{name}.in")
    b_scale = graph.constant(f"{name}.steps", steps)
    b_zero = graph.constant(f"{name}.nought", np.zeros(len(steps), np.int8))
    bias = graph.constant(f"{name}.bias", state[f"{name}.bias"].astype(np.float32))
    parts = [f"{name}.in", table, a_scale, b_scale, a_zero, b_zero, bias]
    return graph.add("MatMulIntegerToFloat", parts, f"{name}.out", CONTRIB)


def step_of(limits: tuple[float, float]) -> tuple[float, int]:
    """Scale and zero point that lay [least, greatest] over 0–255."""
    least, greatest = min(limits[0], 0.0), max(limits[1], 0.0)
    scale = max((greatest - least) / 255, 1e-8)
    return scale, round(-least / scale)


def write_heads(state: State, extra: dict[str, Array], path: Path) -> None:
    """Write every weight that is not the trunk's, in 16-bit floats, and what else the run time needs to know."""
    heads = {k: v.astype(np.float16) for k, v in state.items() if not k.startswith("trunk.")}
    np.savez_compressed(path, **heads, **extra)
