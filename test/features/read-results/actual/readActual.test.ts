import '../../../../src/i18n/awayWords.ts';
import { describe, expect, it } from 'vitest';
import { readActual } from '../../../../src/features/read-results/actual/readActual.ts';
import { templateCsv } from '../../../../src/features/read-results/actual/templateCsv.ts';
import type { RunDetail } from '../../../../src/analytics/detail.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { EMAIL, smallJourney } from '../../../support/smallJourney.ts';

const read = (text: string) => readActual(text, i18n.t);
const rowsOf = (text: string) => {
  const found = read(text);
  if (!found.ok) throw new Error(JSON.stringify(found));
  return found.rows;
};

describe('a file of what happened', () => {
  it('is read as the template names its columns', () => {
    expect(
      rowsOf('step,channel,day,sent,opened,revenue\nWelcome 1,email,2026-12-01,1000,412,99.5\n'),
    ).toMatchObject([
      {
        step: 'Welcome 1',
        channel: 'email',
        day: '2026-12-01',
        values: { sent: 1000, opened: 412, revenue: 99.5 },
      },
    ]);
  });

  it('is read as Braze exports it', () => {
    const [row] = rowsOf(
      'Date,Canvas Step Name,Channel,Sends,Deliveries,Total Opens,Unique Opens,Unique Clicks,Primary Conversions (A),Revenue (USD),Unsubscribes,Open Rate\n' +
        '2026-12-01,Welcome 1,Email,"1,000",990,700,412,40,7,"$1,204.50",2,41.6%\n',
    );
    expect(row?.values).toEqual({
      sent: 1000,
      delivered: 990,
      opened: 412,
      clicked: 40,
      conversions: 7,
      revenue: 1204.5,
      unsubscribed: 2,
    });
  });

  it('is read as HubSpot exports it', () => {
    expect(
      rowsOf(
        'Email name;Send date;Sent;Delivered;Opened;Clicked;Unsubscribed\nWelcome 1;01.12.2026;1.000;990;412;40;2\n',
      ),
    ).toMatchObject([
      {
        step: 'Welcome 1',
        day: '2026-12-01',
        values: { sent: 1000, delivered: 990, opened: 412, clicked: 40, unsubscribed: 2 },
      },
    ]);
  });

  it.each([
    ['2026-12-03T08:30:00Z', '2026-12-03'],
    ['2026-12-03 08:30', '2026-12-03'],
    ['13/12/2026', '2026-12-13'],
    ['12/13/2026', '2026-12-13'],
    ['3.12.2026', '2026-12-03'],
  ])('takes %s for the day it is', (text, day) => {
    expect(rowsOf(`day,sent\n${text},5\n`)[0]?.day).toBe(day);
  });

  it('says of every line that it leaves out which it is and why', () => {
    const found = read(
      'day,sent,opened\n2026-12-01,10,4\nsoon,10,4\n2026-12-02,ten,4\n2026-12-03,-1,4\n2026-12-04,10\n\n2026-12-05,=1+1,4\n',
    );
    expect(found).toMatchObject({ ok: true, rows: [{ day: '2026-12-01' }] });
    if (!found.ok) return;
    expect(found.doubts).toEqual([
      'Line 3: “soon” is no day. Write it as 2026-12-03.',
      'Line 4: “ten” in “sent” is no number. Write whole figures such as 1240.',
      'Line 5: “-1” in “sent” is below zero, which cannot be.',
      'Line 6 has 2 fields and the header 3; it was left out.',
      'Line 8: “=1+1” in “sent” is no number. Write whole figures such as 1240.',
    ]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['step,sent\na,1\n', 'No column says the day'],
    ['day,open rate\n2026-12-01,3\n', 'No column says what happened'],
    ['PK\u0003\u0004…', 'not a text file'],
    ['day,sent\n"2026-12-01,1\n', 'never closed'],
    ['day,sent\nsoon,1\n', 'No line could be used'],
    ['day,sent,opened\n2026-12-01,,\n2026-12-02,,\n', 'None of its 2 lines has a figure in it'],
  ])('is refused with a sentence: %j', (text, words) => {
    const found = read(text);
    expect(found.ok).toBe(false);
    if ('reasons' in found) expect(found.reasons[0]).toContain(words);
    expect(found).toHaveProperty('reasons');
  });

  it('asks how slashes are meant only where no day of the file says it', () => {
    const text = 'day,sent\n3/2/2026,5\n03/04/2026 08:30,6\n';
    expect(read(text)).toEqual({ ok: false, ask: '3/2/2026' });
    const days = (order: 'dayFirst' | 'monthFirst') => {
      const found = readActual(text, i18n.t, order);
      return found.ok && found.rows.map(({ day }) => day);
    };
    expect(days('dayFirst')).toEqual(['2026-02-03', '2026-04-03']);
    expect(days('monthFirst')).toEqual(['2026-03-02', '2026-03-04']);
    expect(rowsOf('day,sent\n3/2/2026,5\n3/13/2026,6\n').map(({ day }) => day)).toEqual([
      '2026-03-02',
      '2026-03-13',
    ]);
  });

  it('leaves a blank figure untold rather than none', () => {
    expect(rowsOf('day,sent,opened\n2026-12-01,,4\n')[0]?.values).toEqual({ opened: 4 });
  });
});

describe('the template', () => {
  const detail = {
    firstDay: '2026-12-01',
    days: 30,
    daysPerBucket: 1,
    sends: [{ step: EMAIL, channel: 'email', opensReported: true }],
  } as unknown as RunDetail;

  it('is read back once it is filled in', () => {
    const filled = templateCsv(smallJourney(), detail).replaceAll(',,,,,,,', ',10,9,5,4,3,2,1');
    const rows = rowsOf(filled);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      day: '2026-12-01',
      channel: 'email',
      values: { sent: 10, unsubscribed: 1 },
    });
  });

  it('cannot act as a formula, and its step is found all the same', () => {
    const journey = smallJourney();
    const step = { ...journey.steps[EMAIL]!, name: '=HYPERLINK("x")' };
    const text = templateCsv({ ...journey, steps: { ...journey.steps, [EMAIL]: step } }, detail);
    expect(text).not.toMatch(/(^|[\n,"])=/);
    const [row] = rowsOf(text.replaceAll(',,,,,,,', ',1,1,1,1,1,1,1'));
    expect(row?.step).toBe('=HYPERLINK("x")');
  });
});
