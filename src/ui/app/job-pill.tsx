/** Jobs that run, wherever they were started; a page that was reloaded finds them here again. */
import { ActionIcon, Group, Popover, Progress, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { JobProgress } from '../../contract/messages.ts';
import { useBridge } from '../bridge/bridge-context.tsx';
import { useEngineState } from '../bridge/use-engine.ts';
import { shareOf } from '../parts/job-progress.tsx';
import { formatCount } from '../words/format.ts';
import { jobTitle, stageText } from '../words/work-words.ts';
import classes from './job-pill.module.css';

/** Nothing when nothing runs. */
export function JobPill() {
  const { jobs } = useEngineState();
  const first = jobs[0];
  if (first === undefined) return null;
  const share = shareOf(first);
  return (
    <Popover position="bottom-end" width={320} withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.pill ?? ''}>
          <span className={classes.pulse} aria-hidden="true" />
          {jobTitle(first.route)}
          {share === null ? '' : ` ${Math.floor(share * 100)}\u00a0%`}
          {jobs.length > 1 ? ` (+${jobs.length - 1})` : ''}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {jobs.map((job) => (
            <JobLine key={job.jobId} job={job} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function JobLine({ job }: { readonly job: JobProgress }) {
  const { engine } = useBridge();
  const share = shareOf(job);
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {jobTitle(job.route)}
        </Text>
        <ActionIcon
          color="gray"
          aria-label={`Batalkan: ${jobTitle(job.route)}`}
          onClick={() => engine.cancel(job.jobId).catch(() => undefined)}
        >
          <IconX size={15} />
        </ActionIcon>
      </Group>
      <Progress
        value={share === null ? 100 : share * 100}
        animated={share === null}
        size="sm"
        aria-label={jobTitle(job.route)}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {stageText(job.stage)}
        {job.total === null ? '' : `: ${formatCount(job.done)} dari ${formatCount(job.total)}`}
      </Text>
    </div>
  );
}
