"""The lecture's own script in NumPy, and scikit-learn, as contenders of bench.mjs: `work n repeats` in, seconds and a value out."""
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'test' / 'reference' / 'numpy'))
from lecture import cost, delta_w, gradient, nn


def full(x, t, learning_rate):
    w = 0.0
    w_cost = [(w, cost(nn(x, w), t))]
    for _ in range(100):
        dw = delta_w(w, x, t, learning_rate)
        w = w - dw
        w_cost.append((w, cost(nn(x, w), t)))
    return w


def samples(x, t, learning_rate):
    w = 0.0
    w_cost = [(w, cost(nn(x, w), t))]
    for i in range(len(x)):
        dw = delta_w(w, x[i : i + 1], t[i : i + 1], learning_rate)
        w = w - dw
        w_cost.append((w, cost(nn(x, w), t)))
    return w


def mini(x, t, learning_rate):
    w = 0.0
    order = np.random.RandomState(1).permutation(len(x))
    for i in range(0, len(x), 32):
        batch = order[i : i + 32]
        w = w - delta_w(w, x[batch], t[batch], learning_rate)
    return w


def sgd(x, t, learning_rate):
    from sklearn.linear_model import SGDRegressor

    options = dict(penalty=None, fit_intercept=False, shuffle=False, max_iter=1, tol=None)
    # its loss has a half that the lecture's has not
    model = SGDRegressor(learning_rate='constant', eta0=2 * learning_rate, **options)
    model.coef_ = np.zeros(1)
    return model.fit(x[:, None], t, coef_init=[0.0]).coef_[0]


works = {
    'gradient': lambda x, t: gradient(1.5, x, t)[-1],
    'cost': lambda x, t: cost(nn(x, 1.5), t),
    'full': lambda x, t: full(x, t, 1 / len(x)),
    'samples': lambda x, t: samples(x, t, 0.001),
    'mini': lambda x, t: mini(x, t, 1e-4),
    'sgd': lambda x, t: sgd(x, t, 0.001),
}

if sys.argv[1] == 'scikit-learn':
    import sklearn

    print(sklearn.__version__, flush=True)
else:
    print(np.__version__, flush=True)
data = {}
for line in sys.stdin:
    work, n, repeats = line.split()
    n, repeats = int(n), int(repeats)
    if sys.argv[1] == 'scikit-learn' and work == 'samples':
        work = 'sgd'
    if n not in data:
        i = np.arange(n)
        x = np.fmod(i * 0.6180339887498949, 1)
        data = {n: (x, 2 * x + 0.2 * np.sin(i))}
    start = time.perf_counter()
    for _ in range(repeats):
        value = works[work](*data[n])
    print((time.perf_counter() - start) / repeats, repr(float(value)), flush=True)
