"""Slope and intercept of Platt's sigmoid by a general minimiser, for PlattTest: python3 platt.py"""
import math

confidence = [0.99, 0.97, 0.95, 0.90, 0.90, 0.85, 0.80, 0.70, 0.60, 0.55, 0.45, 0.30]
correct = [1, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0]
right, wrong = sum(correct), len(correct) - sum(correct)
target = [(right + 1) / (right + 2) if c else 1 / (wrong + 2) for c in correct]


def loss(a, b):
    total = 0
    for c, t in zip(confidence, target):
        p = 1 / (1 + math.exp(-(a * math.log(c / (1 - c)) + b)))
        total -= t * math.log(p) + (1 - t) * math.log(1 - p)
    return total


a, b, step = 1.0, 0.0, 1.0
while step > 1e-12:  # pattern search
    best = min(((a + i * step, b + j * step) for i in (-1, 0, 1) for j in (-1, 0, 1)), key=lambda at: loss(*at))
    if best == (a, b):
        step /= 2
    a, b = best
print(f"{a:.6f} {b:.6f} {loss(a, b):.6f}")
