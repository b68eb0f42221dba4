/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const place = /\{(\w+)\|([^}]*)\}/g;

/** The names of the places of a message: `host` of `{host|a server}`. */
export function placesOf(template: string): string[] {
  return [...template.matchAll(place)].map(([, name]) => name);
}

/**
 * The message of a failure class with its places filled: `{host|a server}`
 * takes the value of that name, or else the words behind the bar.
 *
 * @public
 */
export function fillFailureMessage(
  template: string,
  values: Readonly<Record<string, string>>,
): string {
  const text = template
    .replace(place, (_, name: string, fallback: string) =>
      Object.hasOwn(values, name) ? values[name] : fallback,
    )
    // A place that stayed empty leaves its spaces behind.
    .replace(/ {2,}/g, ' ')
    .replace(/ +([.:,])(?=\s|$)/g, '$1')
    .trim();
  // Words start a sentence with a capital; file names keep their letters.
  return /^[a-z]+(?=[ ,])/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
