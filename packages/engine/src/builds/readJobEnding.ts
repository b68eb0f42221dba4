/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What the CI says of the job whose log it is. */
export interface JobEnding {
  line: string;
  hasFailed: boolean;
}

// GitLab, Jenkins, GitHub Actions, Azure Pipelines, Cloud Build. Jobs that were
// stopped say nothing of the build.
const succeeded = /^(?:Job succeeded|Finished: SUCCESS)$/;
const failed =
  /^(?:ERROR: Job failed(?: \(system failure\))?: (?!canceled|execution took longer|aborted)|Process completed with exit code (?!130\b|143\b)[1-9]|(?:Bash|PowerShell|Cmd\.exe) exited with code '[1-9]|ERROR: script returned exit code [1-9]|Build step '.{1,200}' marked build as failure$|Finished: FAILURE$|ERROR: build step \d{1,4} "[^"]{1,500}" failed: )/;

export function readJobEnding(text: string): JobEnding | undefined {
  if (failed.test(text)) {
    return { line: text.slice(0, 1000), hasFailed: true };
  }
  return succeeded.test(text) ? { line: text, hasFailed: false } : undefined;
}
