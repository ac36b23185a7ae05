import { describe, expect, it } from 'vitest';
import { maskNik } from '../../../../src/ui/parts/mask-nik.ts';

describe('maskNik', () => {
  it('hides the middle of a whole number', () => {
    expect(maskNik('3329015203789001')).toBe('3329••••••••9001');
  });

  it('leaves a malformed one readable, so that it can be mended', () => {
    expect(maskNik('3.32901E+15')).toBe('3.32901E+15');
    expect(maskNik('33290152037890')).toBe('33290152037890');
  });
});
