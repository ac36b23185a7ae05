/** Who usually sees to a kind of finding and within how many days, for all units or for one. */
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { defaultPic, findingWords } from '../../../contract/words/finding-words.ts';
import { defaultDays, type FindingCode, findingCodes } from '../../../domain/findings.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { showError } from '../../parts/show-error.tsx';

export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const rules = useRoute('finding.rules', {});
  const units = useRoute('unit.list', {});
  const [unit, setUnit] = useState('');
  const unitId = unit === '' ? null : Number(unit);
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title="PIC dan tenggat bawaan"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Stack gap="xs">
        <NativeSelect
          label="Berlaku untuk"
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value)}
          data={[
            { value: '', label: 'Semua unit' },
            ...(units.data ?? [])
              .filter(({ kind }) => kind === 'opd')
              .map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <Text size="sm" c="dimmed">
          Dipakai untuk temuan baru; PIC yang belum ditentukan sendiri langsung mengikuti.
        </Text>
        <Answer query={rules} skeletonRows={12}>
          {(data) => (
            <Table verticalSpacing={3}>
              <Table.Tbody>
                {findingCodes.map((code) => {
                  const rule = data.find((one) => one.code === code && one.unitId === unitId);
                  return (
                    <RuleRow
                      key={`${code} ${unit} ${rule?.pic ?? ''} ${rule?.days ?? ''}`}
                      code={code}
                      unitId={unitId}
                      pic={rule?.pic ?? null}
                      days={rule?.days ?? null}
                    />
                  );
                })}
              </Table.Tbody>
            </Table>
          )}
        </Answer>
      </Stack>
    </Modal>
  );
}

interface RuleRowProps {
  readonly code: FindingCode;
  readonly unitId: number | null;
  readonly pic: string | null;
  readonly days: number | null;
}

function RuleRow({ code, unitId, pic, days }: RuleRowProps) {
  const { readOnly } = useOpenStore();
  const command = useCommand('finding.setRule');
  const [name, setName] = useState(pic ?? '');
  const [within, setWithin] = useState<string | number>(days ?? '');
  const next = {
    pic: name.trim() === '' ? null : name.trim(),
    days: within === '' ? null : Number(within),
  };
  const changed = next.pic !== pic || next.days !== days;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">
          {code} {findingWords[code].label}
        </Text>
      </Table.Td>
      <Table.Td w={200}>
        <TextInput
          aria-label={`PIC ${code}`}
          placeholder={defaultPic(code, 'non-asn')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Table.Td>
      <Table.Td w={110}>
        <NumberInput
          aria-label={`Hari ${code}`}
          placeholder={String(defaultDays(code))}
          suffix=" hari"
          min={1}
          max={365}
          allowDecimal={false}
          value={within}
          onChange={setWithin}
        />
      </Table.Td>
      <Table.Td w={96}>
        <Group justify="flex-end">
          <Button
            variant="default"
            disabled={!changed || readOnly || command.isPending}
            onClick={() => command.mutate({ code, unitId, ...next }, { onError: showError })}
          >
            Simpan
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
