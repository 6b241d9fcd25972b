"""The same work in NumPy, on one thread: reads a line of JSON, answers with milliseconds.

The first line of a kind of work prepares it, as the arrays stay from one time to the next.
"""

import json
import os
import sys
import time

for name in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{name}_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
import training  # noqa: E402

rng = np.random.default_rng(1)


def product(n):
    A, B = rng.standard_normal((n, n)), rng.standard_normal((n, n))
    return lambda: A @ B


def elementwise(what, n):
    x, y = rng.standard_normal(n), rng.standard_normal(n)
    return {
        "relu": lambda: np.maximum(x, 0),
        "add": lambda: x + y,
        "exp": lambda: np.exp(x),
    }[what]


def epoch(sizes, samples, batch):
    """Softmax regression with ReLU layers: forward, cross entropy, backward, one step of SGD."""
    X = rng.standard_normal((samples, sizes[0]))
    y = rng.integers(0, sizes[-1], samples)
    Ws = [rng.standard_normal((a, b)) * np.sqrt(2 / a) for a, b in zip(sizes, sizes[1:])]
    bs = [np.zeros((1, b)) for b in sizes[1:]]

    def step(X, y):
        Zs, H = [], [X]
        for k, (W, b) in enumerate(zip(Ws, bs)):
            Zs.append(H[-1] @ W + b)
            if k < len(Ws) - 1:
                H.append(np.maximum(Zs[-1], 0))
        Z = Zs[-1] - Zs[-1].max(1, keepdims=True)
        E = np.exp(Z)
        total = E.sum(1, keepdims=True)
        at = np.arange(len(y)), y
        loss = (np.log(total[:, 0]) - Z[at]).mean()
        G = E / total
        G[at] -= 1
        G /= len(y)
        gradients = []
        for k in reversed(range(len(Ws))):
            gradients.append((k, H[k].T @ G, G.sum(0, keepdims=True)))
            if k:
                G = (G @ Ws[k].T) * (Zs[k - 1] > 0)
        for k, dW, db in gradients:
            Ws[k] = Ws[k] - 0.01 * dW
            bs[k] = bs[k] - 0.01 * db
        return loss

    def all_steps():
        if batch == samples:
            return step(X, y)
        order = rng.permutation(samples)
        for at in range(0, samples, batch):
            part = order[at : at + batch]
            step(X[part], y[part])

    return all_steps


kinds = {"product": product, "elementwise": elementwise, "epoch": epoch, **training.kinds}
prepared = {}
for line in sys.stdin:
    if line not in prepared:
        kind, *arguments = json.loads(line)
        prepared[line] = kinds[kind](*arguments)
    work = prepared[line]
    # The shorter of the two, as in rounds.ts.
    clock, processor = time.perf_counter(), time.process_time()
    work()
    print(1000 * min(time.perf_counter() - clock, time.process_time() - processor), flush=True)
