"""Numbers from NumPy for test/reference, on x86-64:

    python3 make.py > numbers.json            # Debian's python3-numpy, 1.24.2
    python3 make.py large > large.json        # NumPy 2.4.6: 1.24 sums vectors of more than 8192 in chunks of that size

The data are made of integers by `hashed`, which test/support/hashed.ts has too, so that only results are stored.
"""
import json
import sys

import numpy as np

from hashed import hashed
from lecture import cost, delta_w, log, nn, run

# the same for many weights, in the plainest NumPy


def nn_many(x, w):
    return (x * w).sum(axis=1)


def gradient_many(w, x, t):
    return 2 * x * (nn_many(x, w) - t)[:, None]


def delta_w_many(w, x, t, learning_rate):
    return learning_rate * gradient_many(w, x, t).sum(axis=0)


def data(n, d=None):
    if d is None:
        x = hashed(n, 1)
        return x, 2 * x + 0.2 * (hashed(n, 2) - 0.5)
    x = hashed(n * d, 3).reshape(n, d)
    return x, nn_many(x, 1 + np.arange(d) / 2) + 0.2 * (hashed(n, 4) - 0.5)


def run_many(x, t, w, learning_rate, epochs, size):
    w_cost = [(w, cost(nn_many(x, w), t))]
    for _ in range(epochs):
        for j in range(0, x.shape[0], size):
            w = w - delta_w_many(w, x[j:j + size], t[j:j + size], learning_rate)
            w_cost.append((w, cost(nn_many(x, w), t)))
    return {'w': [w.tolist() for w, _ in w_cost], 'cost': [float(c) for _, c in w_cost]}


def sums(lengths):
    results = []
    for n in lengths:
        x, t = data(n)
        results.append({'n': n, 'cost': float(cost(nn(x, 1.3), t)), 'deltaW': float(delta_w(1.3, x, t, 0.01))})
    return results


def write(results):
    json.dump({'made by': 'test/reference/numpy/make.py with NumPy ' + np.__version__, **results}, sys.stdout, indent=1)
    print()


if sys.argv[1:] == ['large']:
    write({'primitives': sums([8193, 10000, 20000, 100003])})
    sys.exit()

with open('../lecture/points.json') as file:
    points = json.load(file)
x, t = np.array(points['x']), np.array(points['t'])

lecture = {
    'fullBatch': run(x, t, 0.1, 0.05, 30, None),
    'perSample': run(x, t, 0.1, 0.05, 3, 1),
    'miniBatch5': run(x, t, 0.1, 0.05, 3, 5),
    'miniBatch6': run(x, t, 0.1, 0.05, 3, 6),
    'log': log(run(x, t, 0.1, 0.05, 3, None), 0.05),
    'leastSquares': float((x * t).sum() / (x * x).sum()),
}

primitives = sums([*range(0, 41), 63, 64, 65, 100, 127, 128, 129, 130, 135, 136, 137, 255, 256, 257, 1000, 1025, 4099,
                   8192])

many = []
for n, d in [(1, 1), (7, 1), (8, 1), (129, 1), (1000, 1), (1, 3), (2, 2), (20, 2), (20, 7), (20, 8), (20, 9), (5, 17),
             (300, 3), (129, 130), (1000, 5), (3, 300)]:
    x, t = data(n, d)
    w = hashed(d, 5)
    many.append({'n': n, 'd': d, 'nn': nn_many(x, w)[:5].tolist(), 'cost': float(cost(nn_many(x, w), t)),
                 'gradient': gradient_many(w, x, t)[-1].tolist(), 'deltaW': delta_w_many(w, x, t, 0.01).tolist()})

x, t = data(50, 3)
runs_many = {str(size): run_many(x, t, np.zeros(3), 0.005, 4, size) for size in [50, 1, 8]}

reductions = []
for n in [1, 2, 7, 20, 300]:
    x, t = data(n)
    y = nn(x, 1.3)
    reductions.append({
        'n': n,
        'sum': {'cost': ((t - y) ** 2).sum(), 'gradient': (2 * x * (y - t)).tolist()},
        'mean': {'cost': ((t - y) ** 2).mean(), 'gradient': (2 * x * (y - t) / n).tolist()},
        'half': {'cost': ((t - y) ** 2).sum() / 2, 'gradient': (x * (y - t)).tolist()},
        'half-mean': {'cost': ((t - y) ** 2).sum() / (2 * n), 'gradient': (x * (y - t) / n).tolist()},
    })

state = np.random.RandomState(5)
uniforms = state.random_sample(200).tolist()
polar = {'uniforms': uniforms, 'normals': np.random.RandomState(5).randn(60).tolist()}

eigenvalues = []
for n, d in [(1, 1), (20, 1), (20, 2), (20, 3), (30, 5), (30, 10), (5, 10), (1, 7), (200, 40), (10, 64)]:
    x = hashed(n * d, 6).reshape(n, d)
    x[:, 2::5] = 0  # columns of zeros: rank-deficient, as one-hot inputs often are
    eigenvalues.append({'n': n, 'd': d, 'largest': float(np.linalg.eigvalsh(x.T @ x)[-1])})

write({'lecture': lecture, 'primitives': primitives, 'many': many, 'runsMany': runs_many, 'reductions': reductions,
       'polar': polar, 'eigenvalues': eigenvalues})
