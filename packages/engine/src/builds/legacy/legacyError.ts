/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// The daemon writes this right behind the command's output, which may not have
// ended its line; in the oldest the command stands in square brackets.
const failedCommand =
  /The command (?:'.{1,4000}'|\[.{1,4000}\]) returned a non-zero code: \d{1,10}.*$/;

// Bounds the work on a line that was made to look like many errors.
const mostOfLine = 9000;
const prefix = /^(?:INFO\[\d{4,}\] |ERRO\[\d{4,}\] |ERROR: |Error: )/;

// What the daemon and its client say when they give up, in any step.
const daemonErrors: readonly RegExp[] = [
  /^(?:Error response from daemon|error during connect): /,
  /^(?:Cannot connect to the Docker daemon|Build cancell?ed$)/,
  /^Service '[^']{1,200}' failed to build\b/,
  /^(?:OCI runtime create failed|oci runtime error|failed to create (?:shim )?task|failed to create task for container|cannot start a stopped process)\b/,
  /^(?:container_linux\.go|invalid header field value)\b/,
  /^failed to (?:export image|register layer|get destination image|start daemon)\b/,
];

// The same outside of a running command, where no other program writes.
const stepErrors: readonly RegExp[] = [
  /^(?:COPY|ADD) failed: /,
  /^(?:unable to prepare context|failed to (?:parse|build|solve|process|read|copy|create|fetch|pull|resolve)|dockerfile parse error|Error checking context|Error processing tar file|invalid (?:from flag value|reference format|argument))\b/i,
  /^(?:manifest for \S{1,500} not found|manifest unknown|pull access denied for|repository \S{1,500} not found|no matching manifest for|toomanyrequests: |unauthorized: |denied: |received unexpected HTTP status)/,
  /^(?:Get "?https?:|Head "?https?:|net\/http: |dial tcp|x509: |unexpected EOF|context canceled|EOF$)/,
  /^(?:Unknown (?:instruction|flag)|Invalid (?:ONBUILD|containerPort)|the Dockerfile |Dockerfile parse error|No build stage in current context|forbidden path|no such (?:file|image)|no space left|max depth exceeded|invalid)\b/i,
  /^(?:l?stat|open|write|mkdir|lchown|link|symlink|rename|readlink|mount|error creating) \S.{0,2000}: \S/,
  /(?:no such file or directory|no space left on device|not found|permission denied|input\/output error|not supported)$/i,
];

/**
 * What a line says went wrong, in the words of the Docker daemon, its client or
 * Compose. A command's own output is believed in fewer words.
 * https://github.com/moby/moby/tree/v20.10.24/builder/dockerfile
 */
export function findLegacyError(
  text: string,
  place: { isRunning: boolean },
): string | undefined {
  if (text.includes(' returned a non-zero code: ')) {
    const command = failedCommand.exec(text.slice(-mostOfLine));
    if (command) {
      return command[0];
    }
  }
  const message = text.replace(prefix, '');
  if (daemonErrors.some(pattern => pattern.test(message))) {
    return message;
  }
  return !place.isRunning && stepErrors.some(pattern => pattern.test(message))
    ? message
    : undefined;
}

/** What was written before the error on its line. */
export function textBeforeError(text: string, error: string): string {
  return text.endsWith(error)
    ? text.slice(0, text.length - error.length).replace(prefix, '')
    : '';
}
