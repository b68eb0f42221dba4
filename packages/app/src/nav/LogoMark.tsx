/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Stacked layers: the lower ones rest in the cache, the top one is clean. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path d="M16 17 3 23.5 16 30l13-6.5z" fill="#3f8f7c" />
      <path d="M16 10.5 3 17l13 6.5L29 17z" fill="#7fd3bd" />
      <path d="M16 2 3 8.5l13 8 13-8z" fill="#ffffff" />
      <path
        d="m11 8.6 3.6 3L21 6.4"
        fill="none"
        stroke="#14695a"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
