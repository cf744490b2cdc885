/**
 * How many entries a case may have: some fifty times what the longest known disagreements come to. `decide` and
 * `accept` take none past it and say so. A longer record, which only another program can have written, is read all the
 * same, up to the limits of an import.
 */
export const MOST_ENTRIES = 5_000;
