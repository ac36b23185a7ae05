/** The window's size at the start. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const wanted: Size = { width: 1366, height: 768 };
export const smallest: Size = { width: 1024, height: 640 };

/** The wanted size, or as much of it as the screen has room for. */
export function fitTo(room: Size, size: Size): Size {
  return { width: Math.min(size.width, room.width), height: Math.min(size.height, room.height) };
}
