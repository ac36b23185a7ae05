/** Levels of NIK and KPJ pairs. Symmetric. */
import { idKind, idText } from '../normalise/number-id.ts';
import { kpjLevel, nikLevel } from './levels.ts';

/** Digits in which two numbers below 10^8 differ, or 1 when the only two that differ changed places. */
function slips(a: number, b: number): number {
  let count = 0;
  let x = a;
  let y = b;
  let lastX = -1;
  let lastY = -1;
  let isSwap = false;
  let adjacent = false;
  while (x !== y) {
    const dx = x % 10;
    const dy = y % 10;
    if (dx !== dy) {
      count++;
      isSwap = count === 2 && adjacent && dx === lastY && dy === lastX;
    }
    adjacent = dx !== dy;
    lastX = dx;
    lastY = dy;
    x = Math.floor(x / 10);
    y = Math.floor(y / 10);
  }
  return isSwap && count === 2 ? 1 : count;
}

function compareParts(aHi: number, aLo: number, bHi: number, bLo: number): number {
  const sameArea = Math.floor(aHi / 100) === Math.floor(bHi / 100);
  const sameDate = aHi % 100 === bHi % 100 && Math.floor(aLo / 10000) === Math.floor(bLo / 10000);
  const sameSerial = aLo % 10000 === bLo % 10000;
  if ((sameArea ? 1 : 0) + (sameDate ? 1 : 0) + (sameSerial ? 1 : 0) < 2) {
    const isClose = (sameArea || sameDate || sameSerial) && slips(aHi, bHi) + slips(aLo, bLo) === 2;
    return isClose ? nikLevel.twoDigits : nikLevel.differs;
  }
  const wrong = slips(aHi, bHi) + slips(aLo, bLo);
  if (sameSerial) {
    if (wrong === 1) return nikLevel.oneDigit;
    return wrong === 2 ? nikLevel.twoDigits : nikLevel.differs;
  }
  const endsInZero = aLo % 10 === 0 || bLo % 10 === 0;
  if (endsInZero && Math.floor(aLo / 10) === Math.floor(bLo / 10)) return nikLevel.lostDigit;
  return wrong === 1 ? nikLevel.serialDigit : nikLevel.sameAreaDate;
}

/** True when one text is the other with one digit left out. */
function isOneLonger(a: string, b: string): boolean {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (longer.length - shorter.length !== 1) return false;
  let i = 0;
  while (i < shorter.length && longer[i] === shorter[i]) i++;
  return longer.slice(i + 1) === shorter.slice(i);
}

function compareDamaged(
  aKind: number,
  aHi: number,
  aLo: number,
  bKind: number,
  bHi: number,
  bLo: number,
): number {
  const a = idText(aKind, aHi, aLo);
  const b = idText(bKind, bHi, bLo);
  if (a === b) return nikLevel.exact;
  if (aKind === idKind.scientific || bKind === idKind.scientific) {
    const n = Math.min(a.length, b.length, 6) - 1;
    return a.slice(0, n) === b.slice(0, n) ? nikLevel.scientific : nikLevel.differs;
  }
  if (isOneLonger(a, b)) return nikLevel.length;
  return a.length === b.length && slips(aHi, bHi) + slips(aLo, bLo) <= 1
    ? nikLevel.oneDigit
    : nikLevel.differs;
}

/** Level of two cells of the NIK column. */
export function compareNiks(
  aKind: number,
  aHi: number,
  aLo: number,
  bKind: number,
  bHi: number,
  bLo: number,
): number {
  if (aKind === idKind.none || bKind === idKind.none) return nikLevel.missing;
  const is16 =
    (aKind === idKind.nik || aKind === idKind.odd) &&
    (bKind === idKind.nik || bKind === idKind.odd);
  if (is16) {
    if (aHi === bHi && aLo === bLo) {
      return aLo % 10 === 0 ? nikLevel.exactRounded : nikLevel.exact;
    }
    return compareParts(aHi, aLo, bHi, bLo);
  }
  if (aKind === idKind.text || bKind === idKind.text) {
    return aKind === bKind && aHi === bHi && aLo === bLo ? nikLevel.exact : nikLevel.differs;
  }
  if (aKind === idKind.number && bKind === idKind.number) {
    if (aHi === bHi && aLo === bLo) return nikLevel.exact;
    return slips(aHi, bHi) + slips(aLo, bLo) === 1 ? nikLevel.oneDigit : nikLevel.differs;
  }
  return compareDamaged(aKind, aHi, aLo, bKind, bHi, bLo);
}

/** Level of two cells of the KPJ column. */
export function compareKpjs(
  aKind: number,
  aHi: number,
  aLo: number,
  bKind: number,
  bHi: number,
  bLo: number,
): number {
  if (aKind === idKind.none || bKind === idKind.none) return kpjLevel.missing;
  if (aHi === bHi && aLo === bLo) return kpjLevel.exact;
  if (aKind === idKind.text || bKind === idKind.text) return kpjLevel.differs;
  // People registered together have consecutive numbers: a gap of a few says "same batch", not "slip".
  const isBatch = aHi === bHi && Math.abs(aLo - bLo) < 100;
  if (isBatch || slips(aHi, bHi) + slips(aLo, bLo) !== 1) return kpjLevel.differs;
  return kpjLevel.oneDigit;
}
