"""Errors of clusters alone, whatever the stratum: CR1 with G/(G − 1), in numpy. From the root: python3 src/test/resources/regression/clusters.py"""
import csv
import numpy as np

lines = [line for line in open("src/main/resources/stats-data/regression-correction.csv") if not line.startswith("#")]
rows = list(csv.DictReader(lines))
column = {name: np.array([float(row[name] or "nan") for row in rows]) for name in rows[0]}
x = np.column_stack([np.ones(len(rows)), column["x"], column["z"]])
cluster = (column["id"].astype(int) - 1) // 3
chance = column["pi_unequal"] * 55 / 300 / column["pi_unequal"].mean()
unequal = column["labeled_unequal"] == 1
simple = column["labeled_srs"] == 1


def print_fit(name, y, x, weight, cluster, logit=False):
    beta = np.zeros(x.shape[1])
    for _ in range(100):
        mean = 1 / (1 + np.exp(-x @ beta)) if logit else x @ beta
        slope = mean * (1 - mean) if logit else np.ones(len(y))
        inverse = np.linalg.inv((x * (weight * slope)[:, None]).T @ x)
        beta = beta + inverse @ (x.T @ (weight * (y - mean)))
    each = (x * (weight * (y - mean))[:, None]) @ inverse
    sums = np.array([each[cluster == c].sum(0) for c in np.unique(cluster)])
    error = np.sqrt((sums**2).sum(0) * len(sums) / (len(sums) - 1))
    print(name, len(sums), [round(b, 12) for b in beta], [round(e, 12) for e in error])


one = np.ones(len(rows))
print_fit("naive LINEAR", column["yhat"], x, one, cluster)
corrected = column["yhat"] + np.where(simple, (column["y_true"] - column["yhat"]) / simple.mean(), 0)
print_fit("dsl LINEAR", corrected, x, one, cluster)
for logit in (False, True):
    name = "gold LOGISTIC" if logit else "gold LINEAR"
    print_fit(name, column["y_true"][unequal], x[unequal], 1 / chance[unequal], cluster[unequal], logit)
