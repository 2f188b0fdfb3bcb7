"""Numbers from NumPy for test/analysis and test/figures, on x86-64:

    python3 make_analysis.py > analysis.json   # Debian's python3-numpy, 1.24.2

What an epoch multiplies distances by, and where it leads: on the lecture's points and on others, by the product of the updates'
matrices, their eigenvalues, and a linear system; exact rational arithmetic where there is one weight. Costs over a grid of w.
Formatted numbers, as Python prints them.
"""
import json
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np

from hashed import hashed
from lecture import cost, delta_w, nn

points = json.loads((Path(__file__).parents[1] / 'lecture' / 'points.json').read_text())
x, t = np.array(points['x']), np.array(points['t'])


def batches(n, size, order=None):
    order = list(range(n)) if order is None else order
    return [order[k:k + size] for k in range(0, n, size)]


def one_weight(x, t, rate, cuts):
    """factor and fixed point of w -> w - rate * sum(2 x (x w - t)) over the cuts, in exact arithmetic, and the swing."""
    x, t, rate = [Fraction(v) for v in x], [Fraction(v) for v in t], Fraction(rate)
    a, b = Fraction(1), Fraction(0)
    for cut in cuts:
        s = 2 * rate * sum(x[i] * x[i] for i in cut)
        p = 2 * rate * sum(x[i] * t[i] for i in cut)
        a, b = a * (1 - s), b * (1 - s) + p
    fixed = b / (1 - a)
    w, seen = fixed, [fixed]
    for cut in cuts:
        w -= rate * sum(2 * x[i] * (x[i] * w - t[i]) for i in cut)
        seen.append(w)
    return {'factor': float(a), 'fixedPoint': float(fixed), 'lowest': float(min(seen)), 'highest': float(max(seen))}


def many_weights(rows, t, rate, cuts):
    d = rows.shape[1]
    a, b = np.eye(d), np.zeros(d)
    for cut in cuts:
        part = rows[cut]
        m = np.eye(d) - 2 * rate * part.T @ part
        a, b = m @ a, m @ b + 2 * rate * part.T @ t[cut]
    fixed = np.linalg.solve(np.eye(d) - a, b)
    w, seen = fixed.copy(), [fixed.copy()]
    for cut in cuts:
        w = w - 2 * rate * rows[cut].T @ (rows[cut] @ w - t[cut])
        seen.append(w.copy())
    return {'factor': float(np.abs(np.linalg.eigvals(a)).max()), 'fixedPoint': fixed.tolist(),
            'lowest': np.min(seen, axis=0).tolist(), 'highest': np.max(seen, axis=0).tolist()}


rates = [0.001, 0.05, 0.0941, 0.0942, 0.15, 0.5, 2.9]
sizes = {'perSample': 1, 'miniBatch3': 3, 'miniBatch5': 5, 'fullBatch': 20}
lecture = {name: [{'learningRate': rate, **one_weight(x, t, rate, batches(20, size))} for rate in rates]
           for name, size in sizes.items()}

many = []
for n, d, rate in [(20, 2, 0.05), (30, 3, 0.02), (50, 5, 0.01), (12, 4, 0.2)]:
    rows = hashed(n * d, 11).reshape(n, d)
    rows[:, 0] = 1
    targets = rows @ (1 + np.arange(d) / 2) + 0.2 * (hashed(n, 12) - 0.5)
    spectrum = np.linalg.eigvalsh(2 * rows.T @ rows)
    many.append({'n': n, 'd': d, 'learningRate': rate, 'smallestEigenvalue': float(spectrum[0]),
                 'largestEigenvalue': float(spectrum[-1]),
                 'perSample': many_weights(rows, targets, rate, batches(n, 1)),
                 'miniBatch3': many_weights(rows, targets, rate, batches(n, 3)),
                 'fullBatch': many_weights(rows, targets, rate, batches(n, n))})

# the lecture's own grid
ww = np.arange(0, 4, 0.01)
curve = {'w': ww.tolist(), 'cost': [float(cost(nn(x, w), t)) for w in ww]}

per_sample = 0.1
for _ in range(3):
    for j in range(20):
        per_sample = per_sample - delta_w(per_sample, x[j], t[j], 0.05)

values = [0.0, -0.0, 0.5, -0.5, 1.0, 1 / 128, 3 / 128, -5 / 128, 0.0000005, 1e-7, -1e-7, 2.5, 1234567.0000005, 1e15 + 0.3, 1e16,
          123456789012345680.0, 1e21, -1e22, 1.7976931348623157e308, 5e-324, 30.162236, 0.1 + 0.2, 1e-4, 9.9999e-5, 1e-5, 0.05]
formatted = [{'value': repr(v), 'fixed': '{:.6f}'.format(v), 'shortest': '{}'.format(v)} for v in values]

json.dump({'made by': 'test/reference/numpy/make_analysis.py with NumPy ' + np.__version__, 'lecture': lecture, 'many': many,
           'curve': curve, 'perSampleEnd': float(per_sample), 'formatted': formatted}, sys.stdout, indent=1)
print()
