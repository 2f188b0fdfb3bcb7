"""The lecture's own functions, as it prints them; then its loop, and its log."""


def nn(x, w):
    return x * w


def cost(y, t):
    return ((t - y) ** 2).sum()


def gradient(w, x, t):
    return 2 * x * (nn(x, w) - t)


def delta_w(w_k, x, t, learning_rate):
    return learning_rate * gradient(w_k, x, t).sum()


def run(x, t, w, learning_rate, epochs, size):
    """The lecture's loop; size None is the lecture's full batch, 1 its per-sample loop with its scalars."""
    w_cost = [(w, cost(nn(x, w), t))]
    for _ in range(epochs):
        if size is None:
            w = w - delta_w(w, x, t, learning_rate)
            w_cost.append((w, cost(nn(x, w), t)))
        elif size == 1:
            for j in range(x.shape[0]):
                w = w - delta_w(w, x[j], t[j], learning_rate)
                w_cost.append((w, cost(nn(x, w), t)))
        else:
            for j in range(0, x.shape[0], size):
                w = w - delta_w(w, x[j:j + size], t[j:j + size], learning_rate)
                w_cost.append((w, cost(nn(x, w), t)))
    return {'w': [float(w) for w, _ in w_cost], 'cost': [float(c) for _, c in w_cost]}


def log(history, learning_rate):
    return ['lr={}\t w({}): {:.6f}\t cost: {:.6f}'.format(learning_rate, i, w, c)
            for i, (w, c) in enumerate(zip(history['w'], history['cost']))]
