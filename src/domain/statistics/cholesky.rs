//! The Cholesky factor of a small dense matrix: just enough to eliminate, solve
//! and invert. Knows nothing of statistics.

/// A symmetric positive definite matrix, of which the lower triangle counts;
/// after [`Matrix::factor`] its Cholesky factor.
pub struct Matrix {
    size: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// All zero.
    pub fn zero(size: usize) -> Self {
        Self {
            size,
            cells: vec![0.0; size * size],
        }
    }

    /// Adds to a cell on or below the diagonal.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.size + column] += value;
    }

    /// Replaces the matrix by its factor L with L·Lᵀ = matrix and gives the
    /// logarithm of the determinant. Rows are multiplied whole, which is what
    /// caches and vector units like.
    pub fn factor(mut self) -> (Factor, f64) {
        let size = self.size;
        let mut log = 0.0;
        for row in 0..size {
            let (above, own) = self.cells.split_at_mut(row * size);
            for column in 0..row {
                let other = &above[column * size..column * size + column + 1];
                let sum = own[column] - dot(&own[..column], &other[..column]);
                own[column] = sum / other[column];
            }
            // Rounding can push a pivot of a nearly singular matrix below zero.
            let pivot = (own[row] - dot(&own[..row], &own[..row])).max(f64::MIN_POSITIVE);
            own[row] = pivot.sqrt();
            log += pivot.ln();
        }
        (Factor(self), log)
    }
}

/// A Cholesky factor.
pub struct Factor(Matrix);

impl Factor {
    /// The solution x of matrix·x = right.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut x = self.forward(right, 0);
        let (size, cells) = (self.0.size, &self.0.cells);
        for row in (0..size).rev() {
            x[row] /= cells[row * size + row];
            let value = x[row];
            let factors = &cells[row * size..row * size + row];
            x[..row]
                .iter_mut()
                .zip(factors)
                .for_each(|(one, l)| *one -= l * value);
        }
        x
    }

    /// y of L·y = right, where right is zero before `from`.
    fn forward(&self, right: &[f64], from: usize) -> Vec<f64> {
        let (size, cells) = (self.0.size, &self.0.cells);
        let mut y = right.to_vec();
        for row in from..size {
            let own = &cells[row * size..row * size + row + 1];
            y[row] = (y[row] - dot(&own[from..row], &y[from..row])) / own[row];
        }
        y
    }

    /// The inverse's rows, whole.
    pub fn inverse(&self) -> Vec<Vec<f64>> {
        let size = self.0.size;
        let unit = |at: usize| {
            let mut right = vec![0.0; size];
            right[at] = 1.0;
            self.solve(&right)
        };
        (0..size).map(unit).collect()
    }
}

/// The inner product, in eight lanes.
fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let (l, r) = (left.chunks_exact(8), right.chunks_exact(8));
    let rest: f64 = l
        .remainder()
        .iter()
        .zip(r.remainder())
        .map(|(a, b)| a * b)
        .sum();
    for (a, b) in l.zip(r) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    rest + lanes.iter().sum::<f64>()
}
