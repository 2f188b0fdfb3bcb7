"""Natural logarithms, correctly rounded by MPFR, for test/internal/log.test.ts:

    python3 make.py > logarithms.json      # Debian's python3-gmpy2 2.1.2 with MPFR 4.2.0, python3-numpy 1.24.2

1.2 million arguments are made of integers by `hashed`; of each 10,000 logarithms only the SHA-256 of their bytes is stored.
The hardest, whose logarithm is nearly halfway between two doubles, are stored whole, each with how many bits after the
round bit are the same.
"""
import hashlib
import json
import math
import sys

import gmpy2
import numpy as np

sys.path.insert(0, '../numpy')
from hashed import hashed  # noqa: E402

CHUNK = 10_000


def inside(n):
    return hashed(n, 11)


def near_one(n):
    return 1 + (hashed(n, 12) - 0.5) * 2.0 ** -(np.arange(n) % 52)


def subnormals(n):
    return np.maximum(np.floor(hashed(n, 13) * 2.0**52), 1) * 2.0**-1074


def anywhere(n):
    significands = 1 + np.floor(hashed(n, 14) * 2.0**52) / 2.0**52
    return significands * 2.0 ** (np.floor(hashed(n, 15) * 2046) - 1022)


def edges(n):
    """Around 62.5, 63.5, 64.5 and 65.5 64ths: there the distance to the next 64th is largest beside the logarithm."""
    middles = (62.5 + np.floor(hashed(n, 17) * 4)) / 64
    return middles * (1 + (hashed(n, 18) - 0.5) * 2.0**-11)


def powers_of_two():
    powers = [2.0**k for k in range(-1074, 1024)]
    below = [math.nextafter(power, 0) for power in powers[1:]]
    above = [math.nextafter(power, math.inf) for power in powers]
    return np.array(powers + below + above)


def precisely(x, precision):
    return gmpy2.context(precision=precision).log(gmpy2.mpfr(x, 53))


def ln(x):
    return float(precisely(x, 53))


def same_bits(x):
    """How many bits after the round bit of ln x are like the first of them."""
    digits, _, _ = precisely(x, 300).digits(2)
    tail = digits.lstrip('-')[54:]
    return len(tail) - len(tail.lstrip(tail[0]))


def hashes(xs):
    results = np.array([ln(x) for x in xs.tolist()])
    return [hashlib.sha256(results[i:i + CHUNK].tobytes()).hexdigest()[:16] for i in range(0, len(xs), CHUNK)]


# the hardest argument of all doubles, from V. Lefèvre and J.-M. Muller, Worst cases for correct rounding of the elementary
# functions in double precision (2003), and the hardest between 1.648 and 2980.957 from J.-M. Muller's page of such cases
published = [int('10110001010101000100001100001001101100010100110110110', 2) / 2**52 * 2.0**678,
             3767500756895095 / 8796093022208]
# from src/binary64/log/log.wc of CORE-MATH (P. Zimmermann and others), at its commit 20b68e46: a few of each size
published += [float.fromhex(text) for text in '''
0x1.a6ae5142326b5p+0 0x1.c877cba59d0acp+0 0x1.1e852e6951306p+1 0x1.fd68ffa928b1ap+0 0x1.0423e646cec3fp+1
0x1.ffcd1f1e0c16fp+1 0x1.2d26e1ebebee6p+2 0x1.bd129c041e156p+2 0x1.39e3e05fe5f35p+3 0x1.879c73969a24ap+3
0x1.33d58fd7f77dcp+4 0x1.0bb1747d46314p+5 0x1.1c23f3bc09a76p+6 0x1.08fa8af9c8957p+7 0x1.15956b273c365p+8
0x1.07598f4a78f02p+9 0x1.38a3dbb5a6a4fp+10 0x1.1e88509f96c39p+11 0x1.a455a70c31d8p+13 0x1.467cb238723a1p+15
0x1.3e2cabb17c6a9p+19 0x1.70945ecdc0194p+28 0x1.131425b692c14p+46 0x1.06432c312893cp+0 0x1.07eb2912edafap+0
0x1.fff7e0647da9ap-1 0x1.ffe39c6bdb692p-1 0x1.ffaf358932d4bp-1 0x1.ffa0345390cf9p-1 0x1.ff9916b0cd9ccp-1
0x1.ff84cc30e14cp-1 0x1.000db08cd3d03p+0 0x1.005c7fcaaea6p+0 0x1.fffc22dd1b8c2p-1 0x1.fff85240a6631p-1
0x1.0000c97bf04d4p+0 0x1.0005f0a40b8p+0 0x1.ffffc545224dcp-1 0x1.ffffef35dcap-1 0x1.ffff81c07783p-1
0x1.000058d911886p+0 0x1.00007b6aa654bp+0 0x1.ffffff7b84116p-1 0x1.fffffb95787f5p-1 0x1.fffff808a879dp-1
0x1.000000c8909d1p+0 0x1.000007e1b5639p+0 0x1.fffffff76da17p-1 0x1.ffffffad1af7p-1 0x1.0000000852f22p+0
0x1.0000007e29c74p+0 0x1.ffffffff5816ap-1 0x1.fffffff9eb9dcp-1 0x1.fffffff8056e6p-1 0x1.0000000096791p+0
0x1.00000000ffff3p+0 0x1.0000000493f8p+0 0x1.00000007e9a68p+0 0x1.fffffffff78p-1 0x1.fffffffff7fffp-1
0x1.0000000002f4bp+0 0x1.0000000004p+0 0x1.00000000044d9p+0 0x1.00000000060b5p+0 0x1.0000000007fffp+0
0x1.fffffffffff7fp-1 0x1.fffffffffff01p-1 0x1.ffffffffffeb5p-1 0x1.ffffffffffc03p-1 0x1.ffffffffff96ap-1
0x1.ffffffffff801p-1 0x1.000000000008p+0 0x1.0000000000081p+0 0x1.00000000000bfp+0 0x1.00000000000fp+0
'''.split()]

# of thirty million arguments around the edges, some where a sum of two doubles, that of src/internal/log.ts, rounds wrongly if
# nothing settles it, and would with a bound of 2 ** -69 on its error
published += [
    1.0077975634261933, 1.0077348226653375, 1.0080081711149786, 1.0078377235216982, 1.007957571480299, 0.9919669426810745,
    1.007819504012048, 1.0078985443046127, 1.007591882160218, 1.0076624976730784, 1.0080079785689116, 1.023408417576158,
    0.9922745600707511, 0.9921682882468988, 1.0076915627290126, 0.9922425521706527, 0.9921151277132801, 0.9923033008231296,
    1.0079689038454378, 0.9923483866362756, 1.0236335177200238, 0.9766309495840341, 0.9920248564266424,
]


def hardest(n, count):
    """Those of n arguments in (0, 1) whose logarithm is nearest to halfway between two doubles, as 128 bits of it show."""
    found = []
    for x in hashed(n, 16).tolist():
        beyond = int(precisely(x, 128).digits(2)[0].lstrip('-')[53:85], 2)
        found.append((abs(beyond - 2**31), x))
    return [x for _, x in sorted(found)[:count]]


hard = [{'x': x, 'ln': ln(x), 'sameBits': same_bits(x)} for x in published + hardest(2_000_000, 100)]
groups = {
    'inside': inside(400_000),
    'nearOne': near_one(300_000),
    'subnormals': subnormals(100_000),
    'anywhere': anywhere(200_000),
    'edges': edges(200_000),
    'powersOfTwo': powers_of_two(),
}
json.dump({
    'made by': f'test/reference/log/make.py with MPFR {gmpy2.mpfr_version()[5:]}',
    'hard': hard,
    'groups': {name: {'count': len(xs), 'hashes': hashes(xs)} for name, xs in groups.items()},
}, sys.stdout, indent=1)
print()
