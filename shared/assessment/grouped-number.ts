/** A number as it is printed from a thousand on; `Intl` differs between builds, and an export must not. */
export function groupedNumber(number: number, by: string): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/gu, by);
}
