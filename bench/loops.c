// The lecture's loops in C, as the limit of bench.mjs: gcc -O3 -march=native -ffp-contract=off loops.c -lm
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double *x, *t;

static double gradient(long n, double w) {
  double *rows = malloc(n * sizeof *rows);
  for (long i = 0; i < n; i++) rows[i] = 2 * x[i] * (x[i] * w - t[i]);
  double last = rows[n - 1];
  free(rows);
  return last;
}

static double cost(long n, double w) {
  double *y = malloc(n * sizeof *y), sum = 0;
  for (long i = 0; i < n; i++) y[i] = x[i] * w;
  for (long i = 0; i < n; i++) sum += (t[i] - y[i]) * (t[i] - y[i]);
  free(y);
  return sum;
}

// one pass an epoch gives the cost and the gradient of a w
static double full(long n, double rate) {
  double *path = malloc(202 * sizeof *path), w = 0;
  for (int k = 0; k <= 100; k++) {
    double slope = 0, sum = 0;
    for (long i = 0; i < n; i++) {
      double r = x[i] * w - t[i];
      slope += 2 * x[i] * r;
      sum += r * r;
    }
    path[2 * k] = w;
    path[2 * k + 1] = sum;
    if (k < 100) w -= rate * slope;
  }
  free(path);
  return w;
}

// the same with eight running sums, which is NumPy's order within a block and what a vector unit can do
static double full8(long n, double rate) {
  double *path = malloc(202 * sizeof *path), w = 0;
  for (int k = 0; k <= 100; k++) {
    double slope[8] = {0}, sum[8] = {0};
    for (long i = 0; i + 8 <= n; i += 8)
      for (int j = 0; j < 8; j++) {
        double r = x[i + j] * w - t[i + j];
        slope[j] += 2 * x[i + j] * r;
        sum[j] += r * r;
      }
    for (long i = n - n % 8; i < n; i++) {
      double r = x[i] * w - t[i];
      slope[0] += 2 * x[i] * r;
      sum[0] += r * r;
    }
    for (int j = 1; j < 8; j++) slope[0] += slope[j], sum[0] += sum[j];
    path[2 * k] = w;
    path[2 * k + 1] = sum[0];
    if (k < 100) w -= rate * slope[0];
  }
  free(path);
  return w;
}

// each w and its cost, by the parabola about the minimizer as two passes over the data give it
static double samples(long n, double rate) {
  double xx = 0, xt = 0, xr = 0, rr = 0, w = 0;
  for (long i = 0; i < n; i++) xx += x[i] * x[i], xt += x[i] * t[i];
  double center = xt / xx;
  for (long i = 0; i < n; i++) {
    double r = t[i] - x[i] * center;
    xr += x[i] * r, rr += r * r;
  }
  double *path = malloc((n + 1) * sizeof *path), *costs = malloc((n + 1) * sizeof *costs);
  path[0] = w, costs[0] = rr + (w - center) * ((w - center) * xx - 2 * xr);
  for (long i = 0; i < n; i++) {
    w -= rate * (2 * x[i] * (x[i] * w - t[i]));
    double delta = w - center;
    path[i + 1] = w, costs[i + 1] = rr + delta * (delta * xx - 2 * xr);
  }
  free(path), free(costs);
  return w;
}

int main(void) {
  char work[20];
  long n, repeats, size = 0;
  puts(__VERSION__), fflush(stdout);
  while (scanf("%19s %ld %ld", work, &n, &repeats) == 3) {
    if (n != size) {
      x = realloc(x, n * sizeof *x), t = realloc(t, n * sizeof *t), size = n;
      for (long i = 0; i < n; i++) {
        x[i] = fmod(i * 0.6180339887498949, 1);
        t[i] = 2 * x[i] + 0.2 * sin(i);
      }
    }
    double value = 0;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long k = 0; k < repeats; k++) {
      if (!strcmp(work, "gradient")) value = gradient(n, 1.5);
      if (!strcmp(work, "cost")) value = cost(n, 1.5);
      if (!strcmp(work, "full")) value = full(n, 1.0 / n);
      if (!strcmp(work, "full8")) value = full8(n, 1.0 / n);
      if (!strcmp(work, "samples")) value = samples(n, 0.001);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = end.tv_sec - start.tv_sec + (end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%.9g %.17g\n", seconds / repeats, value), fflush(stdout);
  }
}
