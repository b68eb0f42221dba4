/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Two module proxies for the portal of the tests: one that has the module that
// sources are tried with, and one that answers 403 to whatever it is asked.
import { createServer } from 'node:http';

const time = '2023-10-11T00:00:00Z';
const version = 'v0.14.0';
const module = '/golang.org/x/text';

const files = {
  [`${module}/@v/list`]: `${version}\n`,
  [`${module}/@latest`]: JSON.stringify({ Version: version, Time: time }),
  [`${module}/@v/${version}.info`]: JSON.stringify({
    Version: version,
    Time: time,
  }),
  [`${module}/@v/${version}.mod`]: 'module golang.org/x/text\n\ngo 1.18\n',
};

createServer(({ url }, response) => {
  const file = files[url];
  response.statusCode = file === undefined ? 404 : 200;
  response.end(file ?? 'not found');
}).listen(7118, 'localhost');

createServer((_, response) => {
  response.statusCode = 403;
  response.end('forbidden');
}).listen(7119, 'localhost');
