/**
 * The key of one store, made once from its passphrase and salt. SQLCipher would make it anew for every connection,
 * a fifth of a second each; the engine's threads are given the key instead, and none of them the passphrase.
 */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { AppError } from '../domain/app-error.ts';
import type { Brand } from '../domain/brand.ts';

/** Key and salt in hexadecimal, 96 digits. As secret as the passphrase, for this one file. */
export type StoreKey = Brand<string, 'StoreKey'>;

/** What opens a store: what a person types, or the key that was made of it. */
export type StoreSecret = { readonly passphrase: string } | { readonly key: StoreKey };

/** SQLCipher 4: PBKDF2-HMAC-SHA512, 256,000 rounds, 32 bytes, a salt of 16 that the file begins with. */
const rounds = 256_000;
const keyBytes = 32;
const saltBytes = 16;

function makeKey(passphrase: string, salt: Buffer): StoreKey {
  const key = pbkdf2Sync(passphrase, salt, rounds, keyBytes, 'sha512');
  // The one place a key is made.
  return `${key.toString('hex')}${salt.toString('hex')}` as StoreKey;
}

/** The key of a store that is yet to be written, with a salt of its own. */
export function newStoreKey(passphrase: string): StoreKey {
  return makeKey(passphrase, randomBytes(saltBytes));
}

/** The key of a store that is there; a wrong passphrase makes a key that does not open it. */
export function storeKeyOf(path: string, secret: StoreSecret): StoreKey {
  if ('key' in secret) return secret.key;
  const salt = Buffer.alloc(saltBytes);
  try {
    const handle = openSync(path, 'r');
    try {
      readSync(handle, salt, 0, saltBytes, 0);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    throw new AppError('file.locked', { at: { file: path }, cause });
  }
  return makeKey(secret.passphrase, salt);
}
