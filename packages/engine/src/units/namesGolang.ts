/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Whether a base, as written in FROM or expanded, is the official Go image or
 * a mirror of it: `golang:1.27`, `registry.example.com/library/golang`.
 */
export function namesGolang(base: string): boolean {
  return /(?:^|\/)golang(?:[:@]|$)/.test(base);
}
