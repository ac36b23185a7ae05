/** A kabupaten is headed by a bupati, a kota by a wali kota (UU 23/2014 art. 59). */
export function regionHead(regencyName: string): string {
  const city = /^Kota\s+(.+)$/.exec(regencyName)?.[1];
  return city === undefined
    ? `Bupati ${regencyName.replace(/^Kabupaten\s+/, '')}`
    : `Wali Kota ${city}`;
}
