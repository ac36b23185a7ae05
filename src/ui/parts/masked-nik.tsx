/** A NIK as it may be seen by anyone who walks past: masked, in figures of one width. */
import classes from './masked-nik.module.css';

/** The masked NIK, or a dash. */
export function MaskedNik({ nik }: { readonly nik: string | null }) {
  return nik === null ? (
    <span>–</span>
  ) : (
    <span className={classes.nik} title="NIK disamarkan">
      {nik}
    </span>
  );
}
