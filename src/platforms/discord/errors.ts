/**
 * An error of ours around one of theirs, which says what failed. The SDK's errors carry the address and the body of the request in
 * properties, and an address can hold the token of an interaction: of theirs only name, message and stack are kept.
 */
export function failure(what: string, error: unknown): Error {
  return new Error(`discord: ${what}`, { cause: error instanceof Error ? bare(error) : error });
}

function bare(error: Error): Error {
  const kept = new Error(error.message);
  kept.name = error.name;
  if (error.stack !== undefined) kept.stack = error.stack;
  return kept;
}
