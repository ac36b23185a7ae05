/** Takes dropped files. The shell needs the very File objects of the drop, so no library copies them here. */
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './drop-area.module.css';

interface DropAreaProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A dashed area; keyboard users have the button inside it. */
export function DropArea({ onFiles, disabled = false, children }: DropAreaProps) {
  const [over, setOver] = useState(false);

  function onDragOver(event: DragEvent) {
    event.preventDefault();
    event.dataTransfer.dropEffect = disabled ? 'none' : 'copy';
    setOver(!disabled);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same
    <div
      className={classes.area}
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {children}
    </div>
  );
}
