/** Says that the engine stopped and is being started again; gone as soon as it answers. */
import { Loader } from '@mantine/core';
import { useEngineState } from '../bridge/use-engine.ts';
import classes from './engine-banner.module.css';

/** Lies over the header, so that nothing below it moves. */
export function EngineBanner() {
  const { connection } = useEngineState();
  return (
    <div role="status" className={classes.place}>
      {connection === 'gone' ? (
        <div className={classes.banner}>
          <Loader size={14} color="gray" />
          Mesin data Padan berhenti dan sedang dijalankan kembali. Data yang tersimpan aman.
        </div>
      ) : null}
      {connection === 'lost' ? (
        <div className={classes.banner}>
          Mesin data Padan tidak dapat dijalankan. Tutup Padan, lalu buka kembali. Data yang
          tersimpan aman.
        </div>
      ) : null}
    </div>
  );
}
