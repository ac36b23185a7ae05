/** The name with its mark: two lists that meet. */
import classes from './wordmark.module.css';

/** Padan's mark and name. */
export function Wordmark({ size = 18 }: { readonly size?: number }) {
  return (
    <span className={classes.wordmark} style={{ fontSize: size }}>
      <svg width={size + 4} height={size + 4} viewBox="0 0 24 24" aria-hidden="true">
        <rect x="2" y="3" width="13" height="13" rx="3" className={classes.left} />
        <rect x="9" y="8" width="13" height="13" rx="3" className={classes.right} />
        <path
          d="M10.8 14.4l2.2 2.2 4.4-4.6"
          fill="none"
          stroke="#fff"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Padan
    </span>
  );
}
