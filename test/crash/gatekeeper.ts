import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { mark, stand } from './gate-names.ts';

/**
 * Loaded before the program: gives its SQLite connections a function that a trigger of the tests calls. Who calls it leaves a file behind,
 * by which the tests know, and stands still until it is killed.
 * A program whose tests have gone ends by itself, after longer than any test waits (milliseconds).
 */
const forgotten = 200_000;

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  this.function(stand, () => {
    writeFileSync(mark, '');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, forgotten);
    return process.exit(1);
  });
  exec.call(this, sql);
};
