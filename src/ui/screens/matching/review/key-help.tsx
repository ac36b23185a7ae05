/** All keys of the queue at a glance. */
import { Kbd, Modal } from '@mantine/core';
import { Fragment } from 'react';
import classes from './review.module.css';

const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Y'], 'Orang yang sama'],
  [['N'], 'Orang berbeda'],
  [['L', 'Spasi'], 'Lewati; pasangan tetap menunggu'],
  [['K', '↓'], 'Calon berikut'],
  [['↑'], 'Calon sebelumnya'],
  [['C'], 'Tulis catatan; Enter kembali ke pasangan'],
  [['T'], 'Tarik keputusan pasangan yang tampil'],
  [['U', 'Ctrl + Z'], 'Urungkan keputusan terakhir'],
  [['A'], 'Kembali ke awal antrean'],
  [['?'], 'Bantuan ini'],
];

export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title="Tombol papan ketik">
      <dl className={classes.keys}>
        {keys.map(([names, what]) => (
          <Fragment key={what}>
            <dt>
              {names.map((name, at) => (
                <Fragment key={name}>
                  {at === 0 ? '' : ' atau '}
                  <Kbd size="sm">{name}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{what}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
