/** What prices are made of: tariffs with their sources, the regency's decisions, the accounts of a year. */
import { NumberInput, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useOpenStore } from '../../app/store-context.tsx';
import { Page } from '../../parts/page.tsx';
import { AccountsTab } from './accounts-tab.tsx';
import { ConfigTab } from './config-tab.tsx';
import { FundsTab } from './funds-tab.tsx';
import { TariffTab } from './tariff-tab.tsx';

/** One year, four tabs. */
export function TariffScreen() {
  const store = useOpenStore();
  const [year, setYear] = useState(store.fiscalYear);
  return (
    <Page
      title="Tarif dan ketentuan"
      hint="Dipakai setiap perhitungan iuran: anggaran, paket, dan rincian orang."
      actions={
        <NumberInput
          aria-label="Tahun anggaran"
          w={92}
          min={2015}
          max={2100}
          allowDecimal={false}
          value={year}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 2015 && value <= 2100) setYear(value);
          }}
        />
      }
    >
      <Tabs defaultValue="tariff" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="tariff">Tarif</Tabs.Tab>
          <Tabs.Tab value="config">Ketentuan per kelompok</Tabs.Tab>
          <Tabs.Tab value="accounts">Kode rekening</Tabs.Tab>
          <Tabs.Tab value="funds">Sumber dana</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="tariff">
          <TariffTab year={year} />
        </Tabs.Panel>
        <Tabs.Panel value="config">
          <ConfigTab key={year} year={year} />
        </Tabs.Panel>
        <Tabs.Panel value="accounts">
          <AccountsTab key={year} year={year} />
        </Tabs.Panel>
        <Tabs.Panel value="funds">
          <FundsTab year={year} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
