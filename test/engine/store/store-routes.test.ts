import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTestEngine, testPassphrase } from '../harness.ts';

const profileOf = async (test: ReturnType<typeof makeTestEngine>) => test.call('profile.get', {});

describe('a new store', () => {
  it('holds the regency and all its districts and villages', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const status = await test.call('store.status', {});
    expect(status).toMatchObject({ open: true, regencyCode: '33.29', fiscalYear: 2027 });
    expect(status.regencyName).toBe('Kabupaten Brebes');
    const units = await test.call('unit.list', {});
    const count = (kind: string) => units.filter((unit) => unit.kind === kind).length;
    expect([count('kecamatan'), count('kelurahan'), count('desa')]).toEqual([17, 5, 292]);
    const twins = units.filter((unit) => unit.name === 'Dukuhturi');
    expect(new Set(twins.map((unit) => unit.parentId)).size).toBe(twins.length);
  });

  it('is refused with a short passphrase, an unknown regency or over an existing file', async () => {
    await using test = makeTestEngine();
    const file = test.grant(join(test.dir, 'baru.padan'));
    const wanted = { file, passphrase: testPassphrase, regencyCode: '33.29', fiscalYear: 2027 };
    expect(await test.codeOf('store.create', { ...wanted, passphrase: 'pendek' })).toBe(
      'store.weak-passphrase',
    );
    expect(await test.codeOf('store.create', { ...wanted, regencyCode: '99.99' })).toBe(
      'not-found',
    );
    writeFileSync(test.pathOf(file), 'bukan store');
    expect(await test.codeOf('store.create', wanted)).toBe('store.exists');
    expect(readFileSync(test.pathOf(file), 'utf8')).toBe('bukan store');
    expect((await test.call('store.status', {})).open).toBe(false);
  });
});

describe('opening', () => {
  it('reopens what was closed, remembers it, and keeps the open one when another fails', async () => {
    await using test = makeTestEngine();
    await test.newStore('satu.padan');
    await test.call('store.close', {});
    expect((await test.call('store.status', {})).open).toBe(false);
    expect(await test.codeOf('unit.list', {})).toBe('store.not-open');
    const [recent] = await test.call('store.recent', {});
    expect(recent?.fileName).toBe('satu.padan');
    const file = recent?.file ?? '';
    expect(await test.codeOf('store.open', { file, passphrase: 'bukan sandinya' })).toBe(
      'store.wrong-passphrase',
    );
    await test.call('store.open', { file, passphrase: testPassphrase });
    const missing = test.grant(join(test.dir, 'tidak-ada.padan'));
    expect(await test.codeOf('store.open', { file: missing, passphrase: testPassphrase })).toBe(
      'store.missing',
    );
    expect((await test.call('store.status', {})).fileName).toBe('satu.padan');
  });

  it('says that a second engine holds the store', async () => {
    await using first = makeTestEngine();
    await using second = makeTestEngine();
    await first.newStore();
    const file = second.grant(join(first.dir, 'uji.padan'));
    expect(await second.codeOf('store.open', { file, passphrase: testPassphrase })).toBe(
      'store.locked',
    );
  });

  it('leaves no lock and no write-ahead file behind when closed', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    await test.call('store.close', {});
    const left = ['-lock', '-wal', '-shm'].filter((end) =>
      existsSync(join(test.dir, `uji.padan${end}`)),
    );
    expect(left).toEqual([]);
  });
});

describe('profile, history and checks', () => {
  it('saves the letterhead, keeps the regency code, and writes history', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    const profile = await profileOf(test);
    await test.call('profile.save', {
      ...profile,
      code: '11.01',
      officeName: 'Disnaker',
      signatoryNip: '',
    });
    expect(await profileOf(test)).toMatchObject({ code: '33.29', officeName: 'Disnaker' });
    const history = await test.call('journal.page', { limit: 10 });
    expect(history.map(({ action }) => action)).toEqual(['profile.save', 'store.create']);
    expect(await test.codeOf('profile.save', { ...profile, signatoryNip: '123' })).toBe(
      'bridge.bad-request',
    );
  });

  it('verifies a sound store and names what is wrong in a broken one', async () => {
    await using test = makeTestEngine();
    await test.newStore();
    expect(await test.call('store.verify', {})).toMatchObject({ ok: true, problems: [] });
    const store = test.engine.context.session.store();
    store.transact([], (sql) =>
      sql.run(`INSERT INTO person (name, name_key) VALUES ('Tanpa Daftar', 'TANPA DAFTAR')`),
    );
    expect(await test.call('store.verify', {})).toMatchObject({
      ok: false,
      problems: ['person-without-entry: 1'],
    });
  });
});
