/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// What a module proxy does in the place of serving a file. Each takes the URL
// and the response, and returns whether it has answered.

/** Answers every request with a status. */
export function status(code, text = '') {
  return (_, response) => {
    response.writeHead(code, { 'content-type': 'text/plain' });
    response.end(text);
    return true;
  };
}

/** Ends the connection before it says anything. */
export function hangUp(_, response) {
  response.socket.destroy();
  return true;
}

/** Sends the page of a gateway where a module is expected. */
export function gatewayPage(_, response) {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Sign in to the network</title>');
  return true;
}

/** Serves all but the archives, and ends those in the middle. */
export function cutArchives(url, response) {
  if (!url.pathname.endsWith('.zip')) {
    return false;
  }
  response.writeHead(200, { 'content-length': 100_000 });
  response.write('PK', () => response.socket.destroy());
  return true;
}

/** Serves a go.mod that is not the one of the checksum. */
export function otherGoMod(url, response) {
  if (!url.pathname.endsWith('.mod')) {
    return false;
  }
  response.end('module golang.org/x/sync\n\ngo 1.99\n');
  return true;
}
