import { describe, expect, it } from 'vitest';
import { makeMeter } from '../../cli/progress.ts';

function watch(isTTY: boolean) {
  let seconds = 0;
  const written: string[] = [];
  const meter = makeMeter({ isTTY, write: (text) => written.push(text) }, () => seconds);
  return {
    written,
    meter,
    at: (second: number, share: number) => {
      seconds = second;
      meter.show(share);
    },
  };
}

describe('progress', () => {
  it('says nothing about a short run that nobody watches', () => {
    const { at, meter, written } = watch(false);
    at(0.2, 0.5);
    at(0.4, 1);
    meter.clear();
    expect(written).toEqual([]);
  });

  it('says once a second how long a long run may still take', () => {
    const { at, written } = watch(false);
    at(0.6, 0.1);
    at(0.9, 0.2);
    at(2, 0.25);
    at(400, 0.5);
    expect(written).toEqual([
      'Simulating … 10 %, about 6 s left\n',
      'Simulating … 25 %, about 6 s left\n',
      'Simulating … 50 %, about 7 min left\n',
    ]);
  });

  it('writes over one line of a terminal and leaves it empty', () => {
    const { at, meter, written } = watch(true);
    at(0.1, 0.5);
    at(0.2, 1);
    meter.clear();
    expect(written).toEqual([
      '\rSimulating … 50 %, about 1 s left\u001B[K',
      '\rSimulating … 100 %\u001B[K',
      '\r\u001B[K',
    ]);
  });
});
