/** The function that a trigger calls before a write, and the file by which who called it is known to stand there. */
export const stand = 'crash_stand';
export const mark = 'at-the-gate';
