/** Seeds that once found a defect; they are replayed first. */
export const failingSeeds: readonly number[] = [46, 286]
