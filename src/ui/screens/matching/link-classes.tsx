import { Table, Text } from '@mantine/core';
import { Card } from '../../parts/card.tsx';
import { formatCount } from '../../words/format.ts';
import { linkClasses, linkClassWords } from '../../words/work-words.ts';

/** How the pairs were found, and what was left without one. */
export function LinkClasses({ byClass }: { readonly byClass: Readonly<Record<string, number>> }) {
  const order = Object.keys(linkClasses);
  const place = (code: string) => {
    const index = order.indexOf(code);
    return index === -1 ? order.length : index;
  };
  const rows = Object.entries(byClass)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => place(a) - place(b));
  return (
    <Card title="Cara ditemukan" h="100%">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Kelompok</Table.Th>
            <Table.Th>Arti</Table.Th>
            <Table.Th ta="right">Jumlah</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([code, count]) => {
            const words = linkClassWords(code);
            return (
              <Table.Tr key={code}>
                <Table.Td>{words.label}</Table.Td>
                <Table.Td>
                  <Text span size="sm" c="dimmed">
                    {words.meaning}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">{formatCount(count)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
