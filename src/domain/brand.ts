/**
 * Branded primitives. An identifier is text from its first byte, money is an integer with its unit in
 * the name, a date is ISO text: the brand keeps one from being passed where the other is meant.
 */
declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Nomor Induk Kependudukan, 16 digits, structurally checked. */
export type Nik = Brand<string, 'Nik'>;
/** Kartu Peserta Jamsostek number, 11 digits, leading zeros kept. */
export type Kpj = Brand<string, 'Kpj'>;
/** Nomor Pendaftaran Perusahaan, 8 digits. */
export type Npp = Brand<string, 'Npp'>;
/** Whole rupiah. */
export type Rupiah = Brand<number, 'Rupiah'>;
/** Hundredths of a rupiah: wage bases such as the UMK carry sen. */
export type Sen = Brand<number, 'Sen'>;
/** A calendar day, `YYYY-MM-DD`. */
export type CivilDate = Brand<string, 'CivilDate'>;
/** A calendar month, `YYYY-MM`. */
export type Month = Brand<string, 'Month'>;
/** A row of the store. */
export type RowId = Brand<number, 'RowId'>;
