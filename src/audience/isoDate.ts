const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 to a calendar date, NaN when there is no such date. Months from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > MONTH_DAYS[month - 1]!) return NaN;
  if (month === 2 && day === 29 && !isLeap(year)) return NaN;
  // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** Days from 1970-01-01 to `yyyy-mm-dd`, NaN for anything else. */
export function dayOfIsoDate(text: string): number {
  const parts = ISO_DATE.exec(text);
  return parts === null ? NaN : dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
