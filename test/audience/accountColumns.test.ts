import { describe, expect, it } from 'vitest';
import { accountColumns } from '../../src/audience/accountColumns.ts';
import type { AudienceSchema } from '../../src/audience/audience.ts';
import { sampleSchema } from '../../src/simulation/sampleAudience.ts';

const values = (count: number) => Array.from({ length: count }, (_, at) => `value ${at}`);
const schema: AudienceSchema = {
  rows: 3_000,
  columns: [
    { name: 'email', type: 'category', values: values(200) },
    { name: 'firm', type: 'category', values: values(200) },
    { name: 'branch', type: 'category', values: values(60) },
    { name: 'country', type: 'category', values: values(10) },
    { name: 'score', type: 'number' },
    { name: 'crm', type: 'number' },
    { name: 'only', type: 'category', values: values(1) },
  ],
  roles: { email: 'address:email', crm: 'account' },
  zones: [],
};

describe('columns that may tell the account', () => {
  it('are the one with the role, then texts that few contacts share and that are for nothing else', () => {
    expect(accountColumns(schema)).toEqual(['crm', 'firm', 'branch']);
  });

  it('are none in the sample audience, which knows no companies', () => {
    expect(accountColumns(sampleSchema(20_000))).toEqual([]);
    expect(accountColumns(sampleSchema(1_000_000))).toEqual([]);
  });
});
