/** Digits of the slot (milliseconds UTC in base 36): nine last until the year 5188. */
const slotDigits = 9;
/** Digits of the subscription's hash, in two halves of 41 bits each: with the slot's they fill the 25 characters that a post can carry. */
const halfDigits = 8;

/**
 * The id of the delivery of a subscription's slot: 25 characters of a-z and 0-9, always the same for the same two.
 * Two slots of one subscription never share an id: the slot is written out. Two subscriptions with one slot share it by accident alone:
 * for a million of them the odds are about one in ten million million.
 */
export function deliveryId(subscription: string, slot: number): string {
  return inBase36(slot, slotDigits) + hash(subscription, 1) + hash(subscription, 2);
}

function inBase36(value: number, digits: number): string {
  return value.toString(36).padStart(digits, '0');
}

/** Bryc's cyrb53 (public domain), cut to eight digits: a pure hash that spreads short texts well. It guards against accident, not malice. */
export function hash(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const bits53 = 4294967296 * (2097151 & low) + (high >>> 0);
  return inBase36(bits53 % 36 ** halfDigits, halfDigits);
}
