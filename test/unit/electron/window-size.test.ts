import { expect, it } from 'vitest';
import { fitTo, smallest, wanted } from '../../../electron/main/window-size.ts';

it('is the wanted size where there is room, and never larger than the screen', () => {
  expect(fitTo({ width: 1920, height: 1040 }, wanted)).toEqual({ width: 1366, height: 768 });
  expect(fitTo({ width: 1366, height: 728 }, wanted)).toEqual({ width: 1366, height: 728 });
  expect(fitTo({ width: 800, height: 600 }, smallest)).toEqual({ width: 800, height: 600 });
});
