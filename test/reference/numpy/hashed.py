import numpy as np


def hashed(n, salt):
    """n numbers in [0, 1) of 53 bits each: the finalizer of MurmurHash3 over 32-bit words, exact in doubles.

    test/support/hashed.ts has the same function, so that only results need to be stored.
    """
    h = np.arange(2 * n, dtype=np.uint32) + np.uint32(salt * 1000003)
    for shift, factor in [(16, 0x85EBCA6B), (13, 0xC2B2AE35)]:
        h = (h ^ (h >> np.uint32(shift))) * np.uint32(factor)
    h = (h ^ (h >> np.uint32(16))).astype(np.float64)
    return (np.floor(h[0::2] / 32) * 67108864 + np.floor(h[1::2] / 64)) / 9007199254740992
