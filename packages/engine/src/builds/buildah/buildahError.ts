/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const prefix =
  /^(?:Error: |error: |ERRO\[\d{4,}\] |time="[^"]{1,60}" level=(?:error|fatal) msg=)?"?(?:build error: )?(?:error )?/;

// What Buildah says when it gives up, with or without `Error:` before it.
const words =
  /^(?:building at STEP \\?"|building at step \{|panic: runtime error|building: |creating build container|committing |mounting new container|preparing container for|resolving step|checking (?:if cached image exists|on )|copying (?:image|layers) |unable to (?:get createdBy|parse platform|pull|copy|resolve|download|find)|determining starting point|no stage or image found|no (?:Containerfile|Dockerfile|such image)|the target "|parsing main Dockerfile|reading (?:multiple stages|build instructions|info about)|initializing source|failed (?:pushing cache|to get container config|while generating)|not building stage|while (?:running runtime|replacing arg)|netavark|OCI runtime|crun: |runc create failed)/;

export interface BuildahError {
  message: string;
  /** The instruction that the message names. */
  step?: string;
  /** Only Buildah says so; other errors may be a command's. */
  isCertain: boolean;
}

/**
 * https://github.com/containers/buildah/blob/v1.41.0/imagebuildah/stage_executor.go
 */
export function findBuildahError(
  text: string,
  place: { isRunning: boolean },
): BuildahError | undefined {
  const platform = /^((?:Error: )?)\[[a-z][\w.]{1,20}\/[\w./]{1,40}\]: /.exec(
    text,
  );
  const line = platform ? platform[1] + text.slice(platform[0].length) : text;
  const lead = prefix.exec(line)?.[0] ?? '';
  const message = line.slice(lead.length);
  // Next to a command's output, Buildah is known by more than its words.
  const isLikely =
    lead !== '' || !place.isRunning || /^building at step /i.test(message);
  if (isLikely && words.test(message)) {
    const step =
      /^building at STEP \\?"(.{1,4000}?)\\?": /.exec(message) ??
      // Before 1.7.3 the whole step was dumped.
      /^building at step \{.{1,4000}? Message:(.{1,4000}?) (?:Heredocs|Original):/.exec(
        message,
      );
    return { message: text, isCertain: true, step: step?.[1] };
  }
  return /^(?:Error: |Error response from daemon: )\S/.test(line)
    ? { message: text, isCertain: false }
    : undefined;
}
