/** The policy that documents carry, read back the way a browser reads it. */
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../electron/main/policy.ts';

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values];
    }),
  );
}

describe('the content security policy', () => {
  const rules = directives(contentSecurityPolicy('abc'));

  it('starts from nothing and allows no inline code, no eval, no address outside', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    const values = [...rules.values()].flat();
    for (const value of values) {
      expect(value).toMatch(/^('none'|'self'|'nonce-abc'|data:|blob:)$/);
    }
  });

  it('names each directive that does not fall back to default-src', () => {
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) {
      expect(rules.get(name), name).toEqual(["'none'"]);
    }
  });

  it('gives the nonce to styles only', () => {
    const holders = [...rules].filter(([, values]) => values.includes("'nonce-abc'"));
    expect(holders.map(([name]) => name)).toEqual(['style-src']);
  });

  it('goes out with the headers that keep types and referrers in place', () => {
    expect(securityHeaders('abc')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
    });
  });
});
