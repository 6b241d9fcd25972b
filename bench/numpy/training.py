"""The two trainings of lesson 08 in plain NumPy: what `training.bench.ts` is compared with."""

from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parents[2] / "data"
SYMBOLS = ".abcdefghijklmnopqrstuvwxyz -"


def softmax_cross_entropy(logits, labels):
    """The mean loss, and its gradient by the logits."""
    rows = np.arange(len(labels))
    shifted = logits - logits.max(1, keepdims=True)
    sums = np.exp(shifted).sum(1, keepdims=True)
    loss = float(np.mean(np.log(sums[:, 0]) - shifted[rows, labels]))
    gradient = np.exp(shifted) / sums
    gradient[rows, labels] -= 1
    return loss, gradient / len(labels)


def images(name):
    table = np.loadtxt(DATA / name, delimiter=",")
    return table[:, :-1] / 16, table[:, -1].astype(int)


def digits(train, test, epochs=10, size=64, lr=0.2):
    """64-32-10 with ReLU; the accuracy on the test file."""
    (X, y), rng = train, np.random.default_rng(1)
    W1, b1 = rng.standard_normal((64, 32)) * np.sqrt(2 / 64), np.zeros((1, 32))
    W2, b2 = rng.standard_normal((32, 10)) * np.sqrt(2 / 32), np.zeros((1, 10))
    for _ in range(epochs):
        order = rng.permutation(len(y))
        for start in range(0, len(y), size):
            rows = order[start : start + size]
            batch = X[rows]
            Z1 = batch @ W1 + b1
            H = np.maximum(Z1, 0)
            _, dZ2 = softmax_cross_entropy(H @ W2 + b2, y[rows])
            dZ1 = (dZ2 @ W2.T) * (Z1 > 0)
            W1 -= lr * (batch.T @ dZ1)
            b1 -= lr * dZ1.sum(0, keepdims=True)
            W2 -= lr * (H.T @ dZ2)
            b2 -= lr * dZ2.sum(0, keepdims=True)
    answers = (np.maximum(test[0] @ W1 + b1, 0) @ W2 + b2).argmax(1)
    return float(np.mean(answers == test[1]))


def transitions(names):
    X, y = [], []
    for name in names:
        context = [0, 0, 0]
        for symbol in name.lower() + ".":
            X.append(context)
            y.append(SYMBOLS.index(symbol))
            context = [*context[1:], y[-1]]
    return np.array(X), np.array(y)


def characters(X, y, batches=3000, size=32, lr=0.2):
    """Embedding of 6, 48 tanh units; the loss at the end."""
    rng = np.random.default_rng(1)
    C = rng.standard_normal((29, 6)) * 0.5
    W1, b1 = rng.standard_normal((18, 48)) / np.sqrt(18), np.zeros((1, 48))
    W2, b2 = rng.standard_normal((48, 29)) * 0.05, np.zeros((1, 29))

    def hidden(contexts):
        embedded = C[contexts].reshape(len(contexts), -1)
        return embedded, np.tanh(embedded @ W1 + b1)

    for _ in range(batches):
        rows = rng.integers(len(y), size=size)
        embedded, H = hidden(X[rows])
        _, dZ2 = softmax_cross_entropy(H @ W2 + b2, y[rows])
        dZ1 = (dZ2 @ W2.T) * (1 - H * H)
        d_embedded = (dZ1 @ W1.T).reshape(size, 3, 6)
        W2 -= lr * (H.T @ dZ2)
        b2 -= lr * dZ2.sum(0, keepdims=True)
        W1 -= lr * (embedded.T @ dZ1)
        b1 -= lr * dZ1.sum(0, keepdims=True)
        np.add.at(C, X[rows], -lr * d_embedded)
    return softmax_cross_entropy(hidden(X)[1] @ W2 + b2, y)[0]


def lesson_digits():
    train, test = images("optdigits-train.csv"), images("optdigits-test.csv")
    return lambda: digits(train, test)


def lesson_characters():
    names = (DATA / "spells-tabletop.txt").read_text(encoding="utf-8").split("\n")[:24]
    examples = transitions(names)
    return lambda: characters(*examples)


#: What prepares each training, and gives it as a function.
kinds = {"digits": lesson_digits, "characters": lesson_characters}
