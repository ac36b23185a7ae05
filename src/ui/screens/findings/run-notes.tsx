/** What a reader must know before the figures: data that changed since, exports that are old or not from here. */
import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { FindingSummary } from '../../../contract/finding-routes.ts';
import { exportWarningText } from '../../../contract/words/finding-words.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';

/** Nothing when there is nothing to say. */
export function RunNotes({ summary }: { readonly summary: FindingSummary }) {
  const { readOnly } = useOpenStore();
  const refresh = useJob('finding.refresh');
  const stale = summary.run?.stale ?? false;
  if (refresh.running) {
    return (
      <JobProgressNote
        title="Menghitung temuan"
        progress={refresh.progress}
        onCancel={refresh.cancel}
      />
    );
  }
  return (
    <>
      {refresh.error === null ? null : <ErrorNote error={refresh.error} />}
      {stale ? (
        <Group justify="space-between" mb="xs" wrap="nowrap">
          <Text size="sm" c="var(--padan-warning-text)">
            Daftar, data BPJS, atau keputusan berubah setelah temuan dihitung. Hitung ulang untuk
            keputusan; jalankan Padankan bila datanya yang berubah.
          </Text>
          <Button variant="default" disabled={readOnly} onClick={() => void refresh.run({})}>
            Hitung ulang
          </Button>
        </Group>
      ) : null}
      <ExportWarnings warnings={summary.warnings} />
    </>
  );
}

/** What speaks against the exports, a sentence each. */
export function ExportWarnings({ warnings }: Pick<FindingSummary, 'warnings'>) {
  if (warnings.length === 0) return null;
  return (
    <Alert
      color="yellow"
      mb="xs"
      py={6}
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
      role="status"
    >
      <List size="sm" listStyleType="none" withPadding={false}>
        {warnings.map(({ code, params }) => (
          <List.Item key={`${code} ${params['file']}`}>{exportWarningText(code, params)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
