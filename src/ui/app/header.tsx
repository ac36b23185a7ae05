/** Whose file this is, for which year, what is running, and how to close it. */
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconHelp, IconLogout } from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { useCommand } from '../bridge/use-engine.ts';
import { showError } from '../parts/show-error.tsx';
import { Tag } from '../parts/tag.tsx';
import classes from './header.module.css';
import { openHelp } from './help.tsx';
import { JobPill } from './job-pill.tsx';
import { places } from './places.ts';
import { useOpenStore } from './store-context.tsx';
import { useUnsaved } from './unsaved.tsx';
import { Wordmark } from './wordmark.tsx';

/** The top line of the workspace. */
export function Header() {
  const store = useOpenStore();
  return (
    <header className={classes.header}>
      <div className={classes.brand}>
        <Wordmark />
      </div>
      <div className={classes.regency}>
        <Text fw={600} truncate="end">
          {store.regencyName}
        </Text>
        <Text c="dimmed" size="sm" className={classes.year}>
          Tahun anggaran {store.fiscalYear}
        </Text>
        {store.sample ? <Tag tone="notice">Data contoh</Tag> : null}
        {store.readOnly ? <Tag tone="neutral">Hanya baca</Tag> : null}
      </div>
      <JobPill />
      <FileMenu />
    </header>
  );
}

function FileMenu() {
  const { fileName } = useOpenStore();
  const close = useCommand('store.close');
  const [, navigate] = useLocation();
  const { guard } = useUnsaved();

  const closeStore = () =>
    guard(() => close.mutate({}, { onSuccess: () => navigate(places.home), onError: showError }));

  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.file ?? ''}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {fileName}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHelp size={16} aria-hidden="true" />} onClick={openHelp}>
          Panduan singkat
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden="true" />}
          onClick={closeStore}
          disabled={close.isPending}
        >
          Tutup berkas
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
