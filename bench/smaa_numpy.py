"""The simulation of bench/smaa.cpp as a numpy programmer would write it: no loop over draws, only over portions of draws
that fit into the processor's cache and over the few groups of criteria.

    python3 smaa_numpy.py MODEL DRAWS REPETITIONS

MODEL is a text file that bench_smaa writes. Prints a line per repetition: processor seconds, elapsed seconds, and the
expected rank of the first household, its share of rank 1 and its confidence factor, which must agree with kreds's.
"""

import sys
import time

import numpy as np


class Model:
    """What is certain is a matrix, households x criteria. Each uncertain number is y = (1 - p0) x + p0 u, x one of two
    values: `single` are the only one of their cell, `parts` add up to the first criterion, alike in each household."""

    def __init__(self, lines):
        self.households, self.criteria = map(int, next(lines).split())
        self.groups = [list(map(int, line.split())) for line in next(lines).split("|")]
        self.top = list(map(int, next(lines).split()))  # after the dominant group
        self.certain = np.array([list(map(float, next(lines).split())) for _ in range(self.households)])
        rows = [line.split() for line in lines]
        self.single = Terms([row[1:] for row in rows if row[0] == "cell"])
        # Part by part, in each part the households, the parts with two values last.
        parts = [row[1:] for row in rows if row[0] == "part"]
        per_household = len(parts) // self.households
        order = sorted(range(len(parts)), key=lambda i: (float(parts[i][-1]) < 1, i % per_household, i))
        self.parts = Terms([parts[i] for i in order])


class Terms:
    """Columns: household, criterion, weight, p0, first value, second value, probability of the first."""

    def __init__(self, rows):
        numbers = np.array(rows, dtype=float)
        self.household, self.criterion = numbers[:, :2].astype(np.intp).T
        weight, p0, x1, x2, self.p = numbers[:, 2:].T
        self.mixed = np.flatnonzero(self.p < 1)
        self.p = self.p[self.mixed]
        # y = fixed + spread * u, and for mixtures + step where the second value holds.
        self.spread = weight * p0
        self.fixed = weight * (1 - p0) * x1
        self.step = (weight * (1 - p0) * (x2 - x1))[self.mixed]
        if self.mixed[-1] - self.mixed[0] + 1 == len(self.mixed):
            self.mixed = slice(self.mixed[0], self.mixed[-1] + 1)  # a view is cheaper than an index

    def draw(self, rng, n):
        y = rng.random((n, len(self.spread)))
        y *= self.spread
        y += self.fixed
        y[:, self.mixed] += (rng.random((n, len(self.p))) >= self.p) * self.step
        return y


def spacings(rng, n, k):
    e = rng.standard_exponential((n, k))
    e /= e.sum(axis=1, keepdims=True)
    return e


def into_classes(rng, w, sizes):
    """Sorts rows downwards and shuffles inside each class, in place."""
    if len(sizes) == 1:
        return
    w.sort(axis=1)
    w[:] = w[:, ::-1].copy()
    first = 0
    for size in sizes:
        part = w[:, first : first + size]
        if size == 2:
            swap = rng.random(len(w)) < 0.5
            a, b = part[:, 0].copy(), part[:, 1].copy()
            part[:, 0] = np.where(swap, b, a)
            part[:, 1] = np.where(swap, a, b)
        elif size > 2:
            part[:] = rng.permuted(part, axis=1)
        first += size


def weights(rng, model, n):
    top = spacings(rng, n, 1 + sum(model.top))
    into_classes(rng, top[:, 1:], model.top)
    top *= 0.5
    top[:, 0] += 0.5
    result = np.empty((n, model.criteria))
    first = 0
    for g, sizes in enumerate(model.groups):
        count = sum(sizes)
        group = spacings(rng, n, count)
        into_classes(rng, group, sizes)
        np.multiply(group, top[:, g, None], out=result[:, first : first + count])
        first += count
    return result


def simulate(model, draws, seed, portion):
    rng = np.random.default_rng(seed)
    h, j = model.households, model.criteria
    ranks = np.zeros(h * h, dtype=np.int64)
    ahead = np.zeros((h, h))
    first_weights = np.zeros((h, j))
    total = np.zeros(h)
    squares = np.zeros(h)
    kept = []
    offset = np.arange(h) * h
    own_columns = np.searchsorted(model.single.household, np.arange(h + 1))
    for begin in range(0, draws, portion):
        n = min(portion, draws - begin)
        w = weights(rng, model, n)
        single = model.single.draw(rng, n)
        tie = model.parts.draw(rng, n).reshape(n, -1, h).sum(axis=1)
        kept.append((single, tie))
        # Only what is uncertain is multiplied draw by draw; the rest is one product of matrices.
        score = w @ model.certain.T
        score += np.add.reduceat(single * w.take(model.single.criterion, axis=1), own_columns[:-1], axis=1)
        score += tie * w[:, :1]
        better = score[:, :, None] > score[:, None, :]
        ahead += np.count_nonzero(better, axis=0)
        rank = better.sum(axis=1, dtype=np.int8)
        ranks += np.bincount((rank + offset).ravel(), minlength=h * h)
        first_weights += (rank == 0).astype(float).T @ w
        total += score.sum(axis=0)
        squares += np.einsum("nh,nh->h", score, score)
    ranks = ranks.reshape(h, h)
    firsts = ranks[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        central = first_weights / firsts[:, None]
    candidates = np.flatnonzero(firsts)
    central = central[candidates]
    confidence = np.zeros(h)
    certain = central @ model.certain.T
    for single, tie in kept:
        best = np.full((len(candidates), len(tie)), -np.inf)
        own = np.empty_like(best)
        for k in range(h):
            columns = slice(own_columns[k], own_columns[k + 1])
            score = central[:, model.single.criterion[columns]] @ single[:, columns].T
            score += central[:, :1] * tie[:, k]
            score += certain[:, k, None]
            np.maximum(best, score, out=best)
            own[candidates == k] = score[candidates == k]
        confidence[candidates] += np.count_nonzero(own >= best, axis=1)
    share = ranks / draws
    expected = share @ np.arange(1, h + 1)
    p = (ahead + (draws - ahead.T)) / (2 * draws)
    b = share[:, 0][share[:, 0] > 0]
    entropy = -(b * np.log2(b)).sum()
    return share, p, expected, central, confidence / draws, entropy, total / draws, squares


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        model = Model(iter(file.read().splitlines()))
    draws, repetitions = int(sys.argv[2]), int(sys.argv[3])
    portion = int(sys.argv[4]) if len(sys.argv) > 4 else 1000
    for repetition in range(repetitions):
        cpu, wall = time.process_time(), time.perf_counter()
        result = simulate(model, draws, repetition, portion)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        print(f"{cpu:.6f} {wall:.6f} {result[2][0]:.5f} {result[0][0][0]:.5f} {result[4][0]:.5f}")


if __name__ == "__main__":
    main()
