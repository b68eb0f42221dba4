/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const heading = /^The push refers to (?:a )?repository \[([^\]]{1,500})\]/;
const done = /^\S{1,300}: digest: sha256:[0-9a-f]{64}\b/;
const refusal =
  /^(?:denied: |unauthorized: |no basic auth credentials|toomanyrequests: |error parsing HTTP \d{3} |received unexpected HTTP status: |unexpected status |(?:blob|manifest) (?:unknown|invalid)\b|(?:failed to|error) (?:push|copy|do request|upload)\w{0,3}\b|(?:Get|Head|Post|Put|Patch) "?https?:|(?:dial|read|write) tcp |net\/http: |EOF$)/;

/**
 * What `docker push` prints behind the build of an image. A job goes on with it
 * as BuildKit does by itself, and may try again.
 * https://github.com/moby/moby/blob/v28.0.0/daemon/containerd/image_push.go
 */
export class ImagePush {
  #repository: string | undefined;
  #error: string | undefined;

  /** The last push, if it failed. */
  get failed(): { name: string; error: string } | undefined {
    return this.#repository !== undefined && this.#error !== undefined
      ? { name: `pushing ${this.#repository}`, error: this.#error }
      : undefined;
  }

  /** Whether the line is one of a push. */
  readLine(text: string): boolean {
    const repository = heading.exec(text)?.[1];
    if (repository !== undefined) {
      this.#repository = repository;
      this.#error = undefined;
      return true;
    }
    if (this.#repository === undefined || this.#error !== undefined) {
      return false;
    }
    if (done.test(text)) {
      this.#repository = undefined;
      return true;
    }
    if (refusal.test(text)) {
      this.#error = text.slice(0, 4000);
      return true;
    }
    return false;
  }
}
