/** The sample regency, with lists of it imported as an officer would. */
import type { Page } from 'playwright-core';

/** Opens the sample and saves one of its files, named as on the button. */
export async function openSampleWith(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Buka data contoh' }).click();
  await page.getByRole('heading', { level: 1, name: 'Beranda' }).waitFor({ timeout: 60_000 });
  await page.getByRole('navigation').getByRole('link', { name: 'Impor' }).click();
  await page.getByRole('button', { name: `Impor ${file}` }).click();
  const save = page.getByRole('button', { name: /^Simpan/ });
  await save.waitFor({ timeout: 60_000 });
  await save.click();
  await page.getByText(/Tersimpan: /).waitFor({ timeout: 60_000 });
}
