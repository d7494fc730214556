"""The stiffness (entries on and below the diagonal) factorised, and solved for all right-hand sides: by SuperLU or LAPACK."""
import sys
import time

import numpy as np
import scipy
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import splu

folder, times, by = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def numbers(name):
    return np.fromfile(f"{folder}/{name}", dtype="<f8")


rows, columns, values = numbers("rows").astype(int), numbers("columns").astype(int), numbers("values")
size = rows.max() + 1
right = numbers("right").reshape(size, -1)
below = rows != columns
whole = coo_matrix(
    (np.concatenate([values, values[below]]), (np.concatenate([rows, columns[below]]), np.concatenate([columns, rows[below]]))),
    shape=(size, size),
)
sparse, dense = whole.tocsc(), np.asfortranarray(whole.toarray())
right = np.asfortranarray(right)


def superlu():
    options = dict(SymmetricMode=True)
    return splu(sparse, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options=options).solve(right)


def lapack():
    return cho_solve(cho_factor(dense, lower=True, check_finite=False), right, check_finite=False)


solve = superlu if by == "superlu" else lapack
for _ in range(3):
    answer = solve()
for _ in range(times):
    begun = time.perf_counter()
    answer = solve()
    print("seconds", time.perf_counter() - begun)
np.ascontiguousarray(answer).astype("<f8").tofile(f"{folder}/answer")
print("peer", "SuperLU" if by == "superlu" else "LAPACK", "of SciPy", scipy.__version__)
