"""NumPy's legacy random streams for test/reference/numpy-random.test.ts, on x86-64 with glibc 2.36:

    python3 make_random.py > random.json       # Debian's python3-numpy 1.24.2, python3-gmpy2 2.1.2 with MPFR 4.2.0

Of a million draws only the SHA-256 of each 100,000 is stored, their exact sum and the last. The normals of NumPy that are
not those of a correctly rounded logarithm, which MPFR's is, are listed one by one.
"""
import hashlib
import json
import math
import sys

import gmpy2
import numpy as np
from numpy.random import RandomState

from lecture import log, run

MILLION = 1_000_000
CHUNK = 100_000


def hashes(values):
    return [hashlib.sha256(values[i:i + CHUNK].astype(np.float64).tobytes()).hexdigest()[:16]
            for i in range(0, len(values), CHUNK)]


def state_of(state):
    name, key, position, has_gauss, gauss = state.get_state()
    return [name, key.tolist(), position, has_gauss, gauss]


def key_of(state):
    return hashlib.sha256(state.get_state()[1].astype('<u4').tobytes()).hexdigest()[:16]


def mixed(seed):
    """Calls of all kinds in turn, so that a normal is left over, a word is skipped, a key is used up in between."""
    state = RandomState(seed)
    seeded = key_of(state)
    calls = [
        ['randn', 3], ['uniform', -1, 3, 2], ['randn', 3], ['randint', 0, 10, 5], ['permutation', 7], ['randn', 1],
        ['randint', -5, 6, 7], ['randint', 0, 2**32, 2], ['randint', 0, 2**31 + 1, 9], ['randint', 0, 2**32 + 1, 9],
        ['randint', -2**40, 2**52, 3], ['randint', 3, 4, 2], ['permutation', 1], ['random_sample', 3],
        ['randint', 0, 3, 1], ['random_sample', 400], ['randn', 2], ['permutation', 30],
    ]
    return {
        'seed': seed,
        'seeded': seeded,
        'calls': [{'call': call, 'result': getattr(state, call[0])(*call[1:]).tolist()} for call in calls],
        'state': state_of(state)[2:],
        'key': key_of(state),
    }


def ideal_normals(seed, count):
    """The polar method on the same uniforms, with every operation correctly rounded, the logarithm as well."""
    v = 2.0 * RandomState(seed).random_sample(3 * count).reshape(-1, 2) - 1.0
    s = v[:, 0] * v[:, 0] + v[:, 1] * v[:, 1]
    inside = (s < 1.0) & (s != 0.0)
    v, s = v[inside][:count // 2], s[inside][:count // 2]
    context = gmpy2.context(precision=53)
    ln = np.array([float(context.log(gmpy2.mpfr(value))) for value in s.tolist()])
    scale = np.sqrt(-2.0 * ln / s)
    return np.column_stack([scale * v[:, 1], scale * v[:, 0]]).ravel()


def millions(seed):
    uniforms = RandomState(seed).random_sample(MILLION)
    integers = RandomState(seed).randint(0, 1_000_003, MILLION)
    normals = RandomState(seed).randn(MILLION)
    others = np.flatnonzero(normals != ideal_normals(seed, MILLION))
    return {
        'seed': seed,
        'uniforms': {'hashes': hashes(uniforms), 'last': uniforms[-1],
                     # each is a multiple of 2 ** -53, so that the sum in these is exact
                     'sum': str(sum(int(u * 2**53) for u in uniforms.tolist()))},
        'integers': {'hashes': hashes(integers), 'last': int(integers[-1]), 'sum': str(int(integers.sum()))},
        'permutation': {'hashes': hashes(RandomState(seed).permutation(MILLION))},
        'normals': {'hashes': hashes(normals), 'last': normals[-1], 'sum': math.fsum(normals),
                    'others': [[int(i), normals[i]] for i in others]},
    }


def lecture(seed):
    """The lecture's script after np.random.seed(seed)."""
    np.random.seed(seed)
    x = np.random.uniform(0, 1, 20)
    noise = np.random.randn(x.shape[0]) * 0.2
    t = x * 2 + noise
    return {'seed': seed, 'x': x.tolist(), 't': t.tolist(), 'log': log(run(x, t, 0.1, 0.05, 3, None), 0.05)}


def saved():
    """A state taken between the two normals of a pair, and what follows."""
    state = RandomState(42)
    state.randn(3)
    return {'state': state_of(state), 'randn': state.randn(3).tolist(), 'uniform': state.uniform(0, 1, 3).tolist(),
            'then': state_of(state)}


json.dump({
    'made by': 'test/reference/numpy/make_random.py with NumPy ' + np.__version__,
    'mixed': [mixed(seed) for seed in [0, 1, 42, 20171001, 2**32 - 1, [0], [42], [1, 2, 3], [2**32 - 1, 0, 7],
                                       list(range(700)), list(range(3000, 4500))]],
    'permutation1000': RandomState(1).permutation(1000).tolist(),
    'millions': [millions(seed) for seed in [0, 42, 20171001]],
    'saved': saved(),
    'lecture': [lecture(seed) for seed in [0, 1, 42, 123, 2017, 4294967295]],
}, sys.stdout, indent=None, separators=(',', ':'))
print()
