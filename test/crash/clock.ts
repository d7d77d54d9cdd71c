/**
 * Loaded before the program (`node --import`): its clock is CLOCK_AHEAD milliseconds ahead of the machine's, so that nobody has to sit
 * through leases and retries. The program ends with the process that started it.
 */
const ahead = Number(process.env.CLOCK_AHEAD);
const machineNow = Date.now;

Date.now = () => machineNow() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, type) => Reflect.construct(target, given.length === 0 ? [target.now()] : given, type),
});

process.once('disconnect', () => process.exit(1));
// Only to hear of that: otherwise the channel would keep a program alive that has stopped.
process.channel?.unref();

export {};
