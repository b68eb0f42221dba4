/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Shapes of tokens that are secrets wherever they stand, whatever the name in
 * front of them. Prefixes and lengths are those that the issuers document;
 * lengths are taken loosely so that a cut token is still masked.
 *
 * Each pattern starts behind a look-behind that rejects the middle of a run of
 * token characters: a run is scanned once, so masking stays linear.
 */
export const tokenPatterns: readonly RegExp[] = [
  // GitHub: personal, OAuth, user, server and refresh tokens.
  /(?<![A-Za-z0-9])gh[opsur]_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{16,}/g,
  // GitLab: personal, trigger, deploy, runner, job, feed, agent, … tokens.
  /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rt|cbt|ft|soat|agent|oas|imt|ffct|wt)-[A-Za-z0-9_-]{12,}/g,
  /(?<![A-Za-z0-9])GR1348941[A-Za-z0-9_-]{12,}/g,
  // AWS access key ids; the secret half is found by its name.
  /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  // Google: API keys, OAuth access tokens, client secrets.
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{30,}/g,
  /(?<![A-Za-z0-9])ya29\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{16,}/g,
  // Slack: tokens and incoming web hooks.
  /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}/g,
  /(?<![A-Za-z0-9])xapp-[A-Za-z0-9-]{10,}/g,
  /(?<=hooks\.slack\.com\/services\/)[A-Za-z0-9_/-]{12,}/g,
  // Package registries.
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,}/g,
  /(?<![A-Za-z0-9])pypi-[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[A-Za-z0-9_-]{16,}/g,
  // Others often seen in build arguments.
  /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}/g,
  /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{30,}/g,
  /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{16,}/g,
  // JSON Web Token: three base64url parts, the first an object.
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
];
