/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readDownload } from './readDownload';

const address = 'https://example.com/dir/tool.tgz';

function read(
  line: string,
  redirects: { operator: string; target?: string }[] = [],
) {
  const [program, ...words] = line.split(' ');
  return readDownload(program, words, {
    redirects,
  } as unknown as Parameters<typeof readDownload>[2]);
}

describe('readDownload', () => {
  it.each([
    [`curl -fsSLO ${address}`, 'tool.tgz'],
    [`curl -fsSLo /out ${address}`, '/out'],
    [`curl ${address} --output /out`, '/out'],
    [`curl ${address}`, undefined],
    [`wget -q ${address}`, 'tool.tgz'],
    [`wget -qO /out ${address}`, '/out'],
    [`wget -qO- ${address}`, undefined],
    [`wget --output-document=/out ${address}`, '/out'],
  ])('%s writes to %s', (line, output) => {
    expect(read(line)).toEqual({ addresses: [address], output });
  });

  it('follows a redirection', () => {
    const redirects = [{ operator: '>', target: '/out' }];
    expect(read(`curl ${address}`, redirects)?.output).toBe('/out');
    expect(read(`wget -O - ${address}`, redirects)?.output).toBe('/out');
  });

  it.each([
    `curl -I ${address}`,
    `curl -d a=b ${address}`,
    `curl -X POST ${address}`,
    'curl http://localhost:8080/ready -o /ready',
    'curl --version',
    `wget --spider ${address}`,
    `ftp ${address}`,
  ])('%s is no download', line => {
    expect(read(line)).toBeUndefined();
  });
});
