/** What is to be looked at about a person: the data as it stands, and what matching found. */
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { EntryDetail } from '../../../contract/roster-routes.ts';
import {
  findingReason,
  findingWords,
  followUpLabels,
} from '../../../contract/words/finding-words.ts';
import { places } from '../../app/places.ts';
import { formatDate } from '../../words/format.ts';
import { issueText } from '../../words/issue-words.ts';
import { PanelSection } from './panel-section.tsx';

export function EntryFindings({ entry }: { readonly entry: EntryDetail }) {
  const { findings, runFindings } = entry;
  return (
    <PanelSection title={`Temuan (${findings.length + runFindings.length})`}>
      {findings.length + runFindings.length === 0 ? (
        <Text size="sm" c="dimmed">
          Tidak ada yang perlu diperiksa.
        </Text>
      ) : null}
      {runFindings.map(({ id, code, reason, status, deadline }) => (
        <Text key={id} size="sm" mb={4}>
          <Link href={places.findings('daftar', code)}>{findingWords[code].label}</Link>:{' '}
          {findingReason(reason)}.{' '}
          <Text span size="sm" c="dimmed">
            {followUpLabels[status]}, tenggat {formatDate(deadline)}
          </Text>
        </Text>
      ))}
      {findings.map(({ field, code, severity, params }) => (
        <Text
          key={`${field} ${code} ${params['name'] ?? ''}`}
          size="sm"
          {...(severity === 'error' ? { c: 'red' } : {})}
        >
          {issueText(code, params)}
        </Text>
      ))}
    </PanelSection>
  );
}
